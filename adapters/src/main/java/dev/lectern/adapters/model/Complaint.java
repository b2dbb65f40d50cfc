package dev.lectern.adapters.model;

import dev.lectern.model.ChatRequest;
import dev.lectern.model.Manner;
import dev.lectern.model.Quirk;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an endpoint wants different, read from the error it gives. Few give codes for it, so the words decide: those of OpenAI, Azure,
 * DashScope, DeepSeek, Moonshot, vLLM, SGLang, llama.cpp and the chat templates that these run.
 */
final class Complaint {
    private static final String NOT_TAKEN =
            "(unsupported|not supported|n't support|not support|unknown|unrecogni[sz]ed|"
                    + "not permitted|not allowed|not accepted|unexpected|extra_forbidden|extra (inputs|fields|parameters))";

    /** Some servers say the whole request again after what they complain of. */
    private static final int LONGEST = 2000;

    private record Sign(Pattern words, Quirk quirk) {
        static Sign of(String words, Quirk quirk) {
            return new Sign(Pattern.compile(words, Pattern.DOTALL), quirk);
        }
    }

    /** The more particular stands first. */
    private static final List<Sign> SIGNS = List.of(
            Sign.of("use '?`?\"?max_completion_tokens", Quirk.MAX_COMPLETION_TOKENS),
            Sign.of(both("max_(completion_|output_)?tokens", NOT_TAKEN), Quirk.NO_MAX_TOKENS),
            Sign.of("stream_options", Quirk.NO_STREAM_OPTIONS),
            Sign.of("enable_thinking\\W.{0,40}(must|should|only).{0,20}false", Quirk.THINKING_OFF_SWITCH),
            Sign.of("only supports? (the )?stream|stream\\W.{0,20}(must|should) be (set to )?true", Quirk.STREAM_ONLY),
            Sign.of("(requires?|enable|must use|needs?) (the )?[`'\"]?stream", Quirk.STREAM_ONLY),
            Sign.of("must contain the word .{0,3}json", Quirk.SAY_JSON),
            Sign.of(both("temperature|top_p|(presence|frequency)_penalty", NOT_TAKEN), Quirk.NO_TEMPERATURE),
            Sign.of(
                    both("temperature|top_p", "only (1|the default)|cannot both|may only be|deprecated"),
                    Quirk.NO_TEMPERATURE),
            Sign.of("system messages? must be (at the beginning|(the )?first)", Quirk.ONE_SYSTEM_MESSAGE),
            Sign.of(
                    "(only (one|a single)|multiple|more than one|several) system (message|role)",
                    Quirk.ONE_SYSTEM_MESSAGE),
            Sign.of(
                    "system (role|messages?|prompt)s?( is| are)? not (supported|allowed|enabled)",
                    Quirk.NO_SYSTEM_MESSAGE),
            Sign.of("not support.{0,12}system|only user and assistant roles", Quirk.NO_SYSTEM_MESSAGE),
            Sign.of("developer instruction is not enabled", Quirk.NO_SYSTEM_MESSAGE),
            // Templates that know no system turn at all, or only the first.
            Sign.of("conversation roles must alternate", Quirk.ONE_SYSTEM_MESSAGE),
            Sign.of("conversation roles must alternate", Quirk.NO_SYSTEM_MESSAGE));

    private Complaint() {}

    /** The quirk that would mend it; empty if it is about something else, or is heard although the request honoured it. */
    static Optional<Quirk> quirk(String body, ChatRequest request, Manner manner) {
        String words = body.substring(0, Math.min(body.length(), LONGEST)).toLowerCase(Locale.ROOT);
        return SIGNS.stream()
                .filter(sign -> sign.words().matcher(words).find())
                .map(Sign::quirk)
                .map(quirk -> fitting(quirk, request))
                .filter(quirk -> !manner.has(quirk) && mends(quirk, request))
                .findFirst();
    }

    /** A model that may think only while it streams is streamed where the user wants it to think. */
    private static Quirk fitting(Quirk quirk, ChatRequest request) {
        return quirk == Quirk.THINKING_OFF_SWITCH && CompletionRequest.thinks(request) ? Quirk.STREAM_ONLY : quirk;
    }

    private static boolean mends(Quirk quirk, ChatRequest request) {
        long system = request.messages().stream()
                .filter(message -> message.role().equals("system"))
                .count();
        return switch (quirk) {
            case ONE_SYSTEM_MESSAGE ->
                system > 1
                        || (system == 1 && !request.messages().getFirst().role().equals("system"));
            case NO_SYSTEM_MESSAGE -> system > 0;
            case MAX_COMPLETION_TOKENS -> request.parameters().containsKey("max_tokens");
            case NO_MAX_TOKENS -> sends(request, CompletionRequest.LIMITS);
            case NO_TEMPERATURE -> sends(request, CompletionRequest.SAMPLING);
            case SAY_JSON -> request.schema().isPresent();
            case STREAM_ONLY, NO_STREAM_OPTIONS, THINKING_OFF_SWITCH -> true;
        };
    }

    private static boolean sends(ChatRequest request, Set<String> parameters) {
        return parameters.stream().anyMatch(name -> request.parameters().containsKey(name));
    }

    /** Both, in either order. */
    private static String both(String one, String other) {
        return "^(?=.*(" + one + "))(?=.*(" + other + "))";
    }
}
