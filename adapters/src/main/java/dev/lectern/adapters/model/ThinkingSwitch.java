package dev.lectern.adapters.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.model.Thinking;

/** How thinking is switched on and off: every house has its own way. */
enum ThinkingSwitch {
    /** Can't be switched, or nobody knows how. */
    NONE {
        @Override
        void write(ObjectNode body, Thinking thinking) {}
    },
    /** Alibaba and those who host its models. */
    ENABLE_THINKING {
        @Override
        void write(ObjectNode body, Thinking thinking) {
            body.put("enable_thinking", thinking.on());
            thinking.budget().ifPresent(tokens -> body.put("thinking_budget", tokens));
        }
    },
    /** Servers that run a model's own template; models differ in the name that their template reads. */
    TEMPLATE {
        @Override
        void write(ObjectNode body, Thinking thinking) {
            body.putObject("chat_template_kwargs")
                    .put("enable_thinking", thinking.on())
                    .put("thinking", thinking.on());
        }
    },
    /** Zhipu, Ark, DeepSeek, Moonshot. */
    TYPE {
        @Override
        void write(ObjectNode body, Thinking thinking) {
            body.putObject("thinking").put("type", thinking.on() ? "enabled" : "disabled");
        }
    },
    /** OpenAI: its reasoning models can think little, not nothing. */
    EFFORT {
        @Override
        void write(ObjectNode body, Thinking thinking) {
            body.put("reasoning_effort", thinking.on() ? effort(thinking) : "minimal");
        }
    },
    /** Ollama: the same, and they can stop. */
    EFFORT_OR_NONE {
        @Override
        void write(ObjectNode body, Thinking thinking) {
            body.put("reasoning_effort", thinking.on() ? effort(thinking) : "none");
        }
    },
    /** OpenRouter. */
    REASONING {
        @Override
        void write(ObjectNode body, Thinking thinking) {
            ObjectNode reasoning = body.putObject("reasoning");
            thinking.budget()
                    .ifPresentOrElse(
                            tokens -> reasoning.put("max_tokens", tokens),
                            () -> reasoning.put("enabled", thinking.on()));
        }
    };

    abstract void write(ObjectNode body, Thinking thinking);

    /** Words for numbers of tokens, about as OpenRouter translates between them. */
    private static String effort(Thinking thinking) {
        int tokens = thinking.budget().orElse(8192);
        return tokens <= 2048 ? "low" : tokens <= 16_384 ? "medium" : "high";
    }
}
