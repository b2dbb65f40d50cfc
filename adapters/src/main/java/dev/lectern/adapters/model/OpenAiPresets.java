package dev.lectern.adapters.model;

import dev.lectern.model.ModelProvider;
import dev.lectern.model.Quirk;
import dev.lectern.model.ReplyForm;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The houses that are known. To add one, add it here; if it needs more than a line or two, it needs a client of its own. */
final class OpenAiPresets {
    private static final String ANY = ".*";

    static final List<OpenAiPreset> ALL = List.of(
            OpenAiPreset.house("openai", "https://api.openai.com/v1", "OPENAI_API_KEY")
                    .with(ANY, Quirk.MAX_COMPLETION_TOKENS)
                    .with("(o\\d|gpt-5(?!.*chat)).*", Quirk.NO_TEMPERATURE)
                    .with(ThinkingSwitch.EFFORT)
                    .withBatches("/v1/chat/completions"),
            azure(),
            OpenAiPreset.house("deepseek", "https://api.deepseek.com/v1", "DEEPSEEK_API_KEY")
                    .with(ReplyForm.JSON_OBJECT)
                    .with(ANY, Quirk.SAY_JSON)
                    .with(ThinkingSwitch.TYPE),
            OpenAiPreset.house("dashscope", "https://dashscope.aliyuncs.com/compatible-mode/v1", "DASHSCOPE_API_KEY")
                    .with(ANY, Quirk.SAY_JSON)
                    .with("(qwq|qvq).*", Quirk.STREAM_ONLY)
                    .with("qwen3-[\\d.]+b.*", Quirk.THINKING_OFF_SWITCH)
                    .with(ThinkingSwitch.ENABLE_THINKING)
                    .withBatches("/v1/chat/completions")
                    .noting("keys of the international site want DASHSCOPE_BASE_URL="
                            + "https://dashscope-intl.aliyuncs.com/compatible-mode/v1"),
            OpenAiPreset.house("zhipu", "https://open.bigmodel.cn/api/paas/v4", "ZHIPUAI_API_KEY", "ZHIPU_API_KEY")
                    .with(ReplyForm.JSON_OBJECT)
                    .with(ThinkingSwitch.TYPE)
                    .withBatches("/v4/chat/completions"),
            OpenAiPreset.house("moonshot", "https://api.moonshot.cn/v1", "MOONSHOT_API_KEY")
                    .with(ThinkingSwitch.TYPE)
                    .noting("keys of the international site want MOONSHOT_BASE_URL=https://api.moonshot.ai/v1"),
            OpenAiPreset.house("ark", "https://ark.cn-beijing.volces.com/api/v3", "ARK_API_KEY")
                    .with(ThinkingSwitch.TYPE),
            OpenAiPreset.house("siliconflow", "https://api.siliconflow.cn/v1", "SILICONFLOW_API_KEY")
                    .with(ThinkingSwitch.ENABLE_THINKING)
                    .withBatches("/v1/chat/completions"),
            OpenAiPreset.house("minimax", "https://api.minimax.io/v1", "MINIMAX_API_KEY")
                    .noting("keys of the Chinese site want MINIMAX_BASE_URL=https://api.minimaxi.com/v1"),
            OpenAiPreset.house("openrouter", "https://openrouter.ai/api/v1", "OPENROUTER_API_KEY")
                    .with(ThinkingSwitch.REASONING),
            OpenAiPreset.server("ollama", "http://127.0.0.1:11434/v1", "OLLAMA_BASE_URL", "OLLAMA_HOST")
                    .with(ThinkingSwitch.EFFORT_OR_NONE),
            OpenAiPreset.server("vllm", "http://127.0.0.1:8000/v1", "VLLM_BASE_URL"),
            OpenAiPreset.server("sglang", "http://127.0.0.1:30000/v1", "SGLANG_BASE_URL"),
            OpenAiPreset.server("llamacpp", "http://127.0.0.1:8080/v1", "LLAMACPP_BASE_URL"),
            OpenAiPreset.server("lmstudio", "http://127.0.0.1:1234/v1", "LMSTUDIO_BASE_URL"));

    private static final Map<String, OpenAiPreset> BY_NAME =
            ALL.stream().collect(Collectors.toMap(preset -> preset.about().name(), Function.identity()));

    /** Whatever answers where the user says that something speaks OpenAI's language. */
    private static final OpenAiPreset UNKNOWN = OpenAiPreset.house("openai", "", "OPENAI_API_KEY")
            .with(ThinkingSwitch.TEMPLATE)
            .withBatches("/v1/chat/completions");

    private OpenAiPresets() {}

    /** @param atHome whether the house is asked at its own address; elsewhere an openai is anybody */
    static OpenAiPreset of(String name, boolean atHome) {
        return name.equals("openai") && !atHome
                ? UNKNOWN
                : Optional.ofNullable(BY_NAME.get(name)).orElseThrow();
    }

    private static OpenAiPreset azure() {
        return new OpenAiPreset(
                new ModelProvider.Preset(
                        "azure",
                        "",
                        List.of("AZURE_OPENAI_API_KEY"),
                        List.of("AZURE_OPENAI_ENDPOINT"),
                        true,
                        "the name is that of the deployment; OPENAI_API_VERSION picks a dated interface"),
                ReplyForm.SCHEMA,
                List.of(new OpenAiPreset.ModelQuirk(ANY, Set.of(Quirk.MAX_COMPLETION_TOKENS))),
                ThinkingSwitch.EFFORT,
                Optional.of("/chat/completions"));
    }
}
