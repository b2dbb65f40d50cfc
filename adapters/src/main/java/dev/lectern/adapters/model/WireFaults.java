package dev.lectern.adapters.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.adapters.wire.HttpAnswer;
import dev.lectern.check.Nearest;
import dev.lectern.check.Problem;
import dev.lectern.model.Fault;
import dev.lectern.model.ModelException;
import dev.lectern.model.Refusal;
import dev.lectern.model.TryAgain;
import dev.lectern.model.Usage;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

/** What can go wrong between us and a server, in words that say what to do, and whether another try is worth it. */
final class WireFaults {
    private final String where;
    private final String model;
    private final Access access;
    private final ConnectionFaults connection;
    private final Supplier<String> models;
    private Optional<String> nearest = Optional.empty();

    /**
     * @param proxy on the way there, for people
     * @param models asks the server for its list of models, for the one case in which the name is wrong
     */
    WireFaults(String model, Access access, Optional<String> proxy, Supplier<String> models) {
        this.where = "model '" + model + "' at " + access.address().base();
        this.model = model;
        this.access = access;
        this.models = models;
        this.connection = new ConnectionFaults(where, access, proxy);
    }

    /** A status that is not 200. */
    RuntimeException ofStatus(HttpAnswer answer) {
        int status = answer.status();
        String body = access.key().hide(answer.body());
        // Understood as it came: a stand-in for a key, such as x, may be part of any word.
        ErrorBody error = new ErrorBody(answer.body());
        String said = access.key().hide(error.said());
        if (status < 500 && error.wantsMoney()) {
            return hopeless("the account has no credit left (status " + status + ")" + said, "see your account there");
        }
        return switch (status) {
            case 401 -> key(status, said);
            case 402 -> hopeless("the account must be paid first (status 402)" + said, "see your account there");
            case 403 ->
                error.isPolicy()
                        ? refused(Refusal.POLICY, "the provider's content policy forbids it", status, said, body)
                        : hopeless(
                                "access is denied (status 403)" + said,
                                "check " + access.keyVariable() + ", and whether it may use the model '" + model + "'");
            case 404, 405 -> notFound(status, error, said);
            case 407 -> connection.ofProxy("it wants a name and a password (status 407)");
            case 429 ->
                new TryAgain(
                        problem("too many requests (status 429)" + said, "lower --concurrency, or go on later"),
                        Fault.BUSY,
                        Limits.pause(answer));
            case 400, 413, 422 -> notAccepted(status, error, said, body);
            default -> otherStatus(status, error, said, answer);
        };
    }

    private RuntimeException key(int status, String said) {
        String variable = access.keyVariable();
        String fix = access.key()
                .owner()
                .filter(owner -> !owner.replace(" ", "").equalsIgnoreCase(access.provider()))
                .map(owner -> variable + " holds what looks like a key of " + owner + "; put the right one there")
                .orElse(access.key().isEmpty() ? "set the environment variable " + variable : "check " + variable);
        return hopeless("the key is not accepted (status " + status + ")" + said, fix);
    }

    private RuntimeException notAccepted(int status, ErrorBody error, String said, String body) {
        if (error.blamesKey()) {
            return key(status, said);
        } else if (error.namesModel()) {
            return notFound(status, error, said);
        } else if (error.isPolicy()) {
            return refused(Refusal.POLICY, "the provider's content policy forbids it", status, said, body);
        } else if (error.isTooLong() || status == 413) {
            return refused(Refusal.TOO_LONG, "the request is longer than the model takes", status, said, body);
        }
        return refused(Refusal.NOT_TAKEN, "the request is not accepted", status, said, body);
    }

    private RuntimeException otherStatus(int status, ErrorBody error, String said, HttpAnswer answer) {
        if (status >= 500 || status == 408 || status == 409 || status == 425) {
            boolean busy = status == 503 || status == 529 || error.isCrowded();
            boolean cutOnTheWay = status == 504 || status == 524;
            return new TryAgain(
                    problem(
                            "the server has a fault (status " + status + ")" + said,
                            cutOnTheWay
                                    ? "if long calls always end so, set 'quirks: [stream_only]' for this model"
                                    : "run the same command again later"),
                    busy ? Fault.BUSY : Fault.SERVER,
                    Limits.pause(answer));
        }
        String elsewhere = access.key().hide(answer.header("location").orElse(""));
        return hopeless(
                "the server does not answer as it should (status " + status + ")" + said,
                elsewhere.isEmpty()
                        ? "check " + access.from()
                        : "it points elsewhere; try " + access.from() + " " + elsewhere);
    }

    private RuntimeException notFound(int status, ErrorBody error, String said) {
        if (error.speaksOfModels()) {
            return hopeless(
                    "the server does not know the model '" + model + "' (status " + status + ")" + said, nearest());
        }
        return hopeless("there is no chat at this address (status " + status + ")" + said, address());
    }

    /** The name that was meant, by the server's own list. Asked once. */
    private synchronized String nearest() {
        String fix = nearest.orElseGet(() -> {
            TreeSet<String> known = new TreeSet<>();
            JsonNode list = Bodies.tree(models.get());
            for (JsonNode each : list.has("data") ? list.path("data") : list.path("models")) {
                String name = each.path("id").asText(each.path("name").asText(""));
                known.add(name.startsWith("models/") ? name.substring("models/".length()) : name);
            }
            known.remove("");
            String check = "check the model's name after --model " + access.provider() + ":";
            if (known.isEmpty()) {
                return check;
            }
            return Nearest.to(model, known)
                    .map(near -> "did you mean '" + near + "'?")
                    .orElseGet(() -> known.size() > 20
                            ? check
                            : "there are: " + access.key().hide(String.join(", ", known)));
        });
        nearest = Optional.of(fix);
        return fix;
    }

    /** Status 200, and no answer of a model in it. */
    RuntimeException ofBody(HttpAnswer answer) {
        return ofBody(answer, "the server answers with something that is no chat completion: ");
    }

    /** @param what is wrong with it; an excerpt follows */
    RuntimeException ofBody(HttpAnswer answer, String what) {
        String body = access.key().hide(answer.body());
        Optional<Integer> inside = statusInside(Bodies.tree(answer.body()));
        if (inside.isPresent()) {
            return ofStatus(new HttpAnswer(inside.get(), answer.headers(), answer.body()));
        }
        return new TryAgain(
                problem(what + Bodies.excerpt(body), address()), Fault.MALFORMED, Optional.empty(), Usage.NONE, body);
    }

    /** Gateways that say 200 and mean another: OpenRouter by an error's code, MiniMax by numbers of its own. */
    private static Optional<Integer> statusInside(JsonNode tree) {
        int code = tree.path("error").path("code").asInt(0);
        if (code >= 400 && code < 600) {
            return Optional.of(code);
        }
        return switch (tree.path("base_resp").path("status_code").asInt(0)) {
            case 1002, 1039, 1041 -> Optional.of(429);
            case 1004, 2049 -> Optional.of(401);
            case 1008 -> Optional.of(402);
            case 1000, 1001, 1013, 1024, 1033 -> Optional.of(500);
            case 1026, 1027, 1042, 2013 -> Optional.of(400);
            default -> tree.path("error").isObject() ? Optional.of(500) : Optional.empty();
        };
    }

    /** A stream that ended before its end. */
    TryAgain ofCutStream(String body) {
        return new TryAgain(
                problem("the connection was cut: the stream ended too early", "run the same command again later"),
                Fault.CUT,
                Optional.empty(),
                Usage.NONE,
                access.key().hide(body));
    }

    RuntimeException ofConnection(IOException cause, Duration timeout) {
        return connection.of(cause, timeout);
    }

    private String address() {
        return access.address().namesVersion()
                ? "check " + access.from()
                : "most addresses end in /v1: try " + access.from() + " "
                        + access.address().base() + "/v1";
    }

    private static ModelException refused(Refusal why, String what, int status, String said, String body) {
        return new ModelException(why, what + " (status " + status + ")" + said, body, Usage.NONE);
    }

    private ModelException hopeless(String what, String fix) {
        return new ModelException(ModelException.Kind.UNREACHABLE, problem(what, fix), new IllegalStateException(what));
    }

    private Problem problem(String what, String fix) {
        return new Problem(what, where, fix);
    }
}
