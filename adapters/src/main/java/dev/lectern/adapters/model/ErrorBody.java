package dev.lectern.adapters.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.model.Refusal;
import java.util.Locale;
import java.util.regex.Pattern;

/** What an endpoint says of its own no. Providers agree on neither statuses nor codes, so their words are looked at. */
final class ErrorBody {
    private static final Pattern MODEL = Pattern.compile(
            "model_not_found|modelnotfound|not a valid model|invalid model|unknown model|deploymentnotfound|"
                    + "(model|deployment)\\W.{0,80}(not exist|not found|n't exist)|no such model|模型不存在");
    private static final Pattern MONEY = Pattern.compile("insufficient_quota|exceeded_current_quota|insufficient.{0,9}"
            + "balance|credit balance|billing_hard|arrear|overdue|payment required|欠费|余额不足");
    private static final Pattern POLICY =
            Pattern.compile("content_policy|content_filter|contentfilter|content management|"
                    + "data_inspection|inappropriate content|responsibleai|moderation|flagged (as|by|for)|sensitive (content|information|words)|content exists risk|"
                    + "prohibited_content|敏感|违规|不安全");
    private static final Pattern LENGTH = Pattern.compile("context_length|context length|context window|maximum.{0,12}"
            + "tokens|too long|too many tokens|range of input length|input length|exceeds? the (max|limit)|上下文|超长");
    private static final Pattern KEY =
            Pattern.compile("(invalid|incorrect|wrong|expired)[ _](the )?(x-)?api[ _-]?key|api key not valid|"
                    + "api_key_invalid|invalid_api_key|authentication_error");
    private static final Pattern CROWD =
            Pattern.compile("overload|too many requests|rate limit|capacity|queue is full");

    private final String words;
    private final String message;

    ErrorBody(String body) {
        JsonNode tree = Bodies.tree(body);
        this.message = message(tree.isArray() ? tree.path(0) : tree);
        this.words = (tree.isMissingNode() ? body : tree.toString()).toLowerCase(Locale.ROOT);
    }

    /** The server's own words after a colon; empty text if it has none. */
    String said() {
        return message.isBlank() ? "" : ": " + Bodies.excerpt(message);
    }

    boolean namesModel() {
        return MODEL.matcher(words).find();
    }

    /** Whether the word stands anywhere: enough to tell a chat that knows no such model from a page that knows no such path. */
    boolean speaksOfModels() {
        return words.contains("model") || words.contains("deployment") || words.contains("模型");
    }

    boolean wantsMoney() {
        return MONEY.matcher(words).find();
    }

    boolean isPolicy() {
        return POLICY.matcher(words).find();
    }

    boolean isTooLong() {
        return LENGTH.matcher(words).find();
    }

    /** The kind of no, where the request itself is to blame. */
    Refusal why() {
        return isPolicy() ? Refusal.POLICY : isTooLong() ? Refusal.TOO_LONG : Refusal.NOT_TAKEN;
    }

    boolean blamesKey() {
        return KEY.matcher(words).find();
    }

    boolean isCrowded() {
        return CROWD.matcher(words).find();
    }

    private static String message(JsonNode tree) {
        JsonNode error = tree.path("error");
        for (JsonNode place : new JsonNode[] {
            error.path("message"),
            error,
            tree.path("message"),
            tree.path("detail").path(0).path("msg"),
            tree.path("detail"),
            tree.path("base_resp").path("status_msg"),
            tree.path("msg")
        }) {
            if (place.isTextual() && !place.asText().isBlank()) {
                return place.asText();
            }
        }
        return "";
    }
}
