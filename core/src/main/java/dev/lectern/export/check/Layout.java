package dev.lectern.export.check;

import com.fasterxml.jackson.databind.JsonNode;

/** The shapes of rows that files come in, told by their columns. */
enum Layout {
    MESSAGES("messages"),
    SHAREGPT("sharegpt"),
    ALPACA("alpaca"),
    PROMPT("prompt-completion"),
    TEXT("text"),
    UNKNOWN("unknown");

    private final String typed;

    Layout(String typed) {
        this.typed = typed;
    }

    String typed() {
        return typed;
    }

    static Layout of(JsonNode row) {
        if (row.has("messages")) {
            return MESSAGES;
        }
        if (row.has("conversations")) {
            JsonNode first = row.path("conversations").path(0);
            return first.has("role") ? MESSAGES : SHAREGPT;
        }
        if (row.has("instruction")) {
            return ALPACA;
        }
        if (row.has("prompt")) {
            return PROMPT;
        }
        return row.has("text") ? TEXT : UNKNOWN;
    }
}
