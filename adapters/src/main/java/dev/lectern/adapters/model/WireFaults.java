package dev.lectern.adapters.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.check.Problem;
import dev.lectern.model.Fault;
import dev.lectern.model.ModelException;
import dev.lectern.model.TryAgain;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** What can go wrong between us and a server, in words that say what to do, and whether another try is worth it. */
final class WireFaults {
    private final String where;
    private final String model;
    private final Address address;
    private final Key key;

    WireFaults(String model, Address address, Key key) {
        this.where = "model '" + model + "' at " + address.base();
        this.model = model;
        this.address = address;
        this.key = key;
    }

    RuntimeException ofStatus(HttpResponse<?> response, String body) {
        int status = response.statusCode();
        String said = said(body);
        return switch (status) {
            case 401 ->
                hopeless(
                        "the key is not accepted (status 401)" + said,
                        key.isEmpty() ? "set the environment variable OPENAI_API_KEY" : "check OPENAI_API_KEY");
            case 402 -> hopeless("the account must be paid first (status 402)" + said, "see your account there");
            case 403 ->
                hopeless(
                        "access is denied (status 403)" + said,
                        "check OPENAI_API_KEY, and whether it may use the model '" + model + "'");
            case 404, 405 -> notFound(status, body, said);
            case 429 ->
                body.contains("insufficient_quota")
                        ? hopeless("the account has no credit left (status 429)" + said, "see your account there")
                        : new TryAgain(
                                problem("too many requests (status 429)" + said, "lower --concurrency, or go on later"),
                                Fault.BUSY,
                                retryAfter(response));
            case 400, 413, 422 ->
                new ModelException(
                        ModelException.Kind.REFUSED,
                        "the request is not accepted (status " + status + ")" + said,
                        body);
            default -> otherStatus(status, said, response);
        };
    }

    private RuntimeException otherStatus(int status, String said, HttpResponse<?> response) {
        if (status >= 500 || status == 408 || status == 409 || status == 425) {
            return new TryAgain(
                    problem(
                            "the server has a fault (status " + status + ")" + said,
                            "run the same command again later"),
                    status == 503 || status == 529 ? Fault.BUSY : Fault.SERVER,
                    retryAfter(response));
        }
        String elsewhere = response.headers().firstValue("location").orElse("");
        return hopeless(
                "the server does not answer as it should (status " + status + ")" + said,
                elsewhere.isEmpty() ? "check --base-url" : "it points elsewhere; try --base-url " + elsewhere);
    }

    private RuntimeException notFound(int status, String body, String said) {
        boolean knowsPath = body.toLowerCase(Locale.ROOT).contains("model");
        if (knowsPath) {
            return hopeless(
                    "the server does not know the model '" + model + "' (status " + status + ")" + said,
                    "check the model's name after --model openai:");
        }
        return hopeless(
                "there is no chat at this address (status " + status + ")" + said,
                address.namesVersion()
                        ? "check --base-url"
                        : "most addresses end in /v1: try --base-url " + address.base() + "/v1");
    }

    /** Status 200, and no chat completion in it. */
    RuntimeException ofBody(String body) {
        return new TryAgain(
                problem(
                        "the server answers with something that is no chat completion: " + Bodies.excerpt(body),
                        address.namesVersion()
                                ? "check --base-url"
                                : "most addresses end in /v1: try --base-url " + address.base() + "/v1"),
                Fault.MALFORMED,
                Optional.empty());
    }

    RuntimeException ofTimeout(Duration timeout) {
        return new TryAgain(
                problem("no reply within " + timeout.toSeconds() + " seconds", "run the same command again later"),
                Fault.TIMEOUT,
                Optional.empty());
    }

    RuntimeException ofConnection(Throwable cause) {
        String message = key.hide(
                Optional.ofNullable(cause.getMessage()).orElse(cause.getClass().getSimpleName()));
        if (isUnknownHost(cause)) {
            return new TryAgain(
                    problem("the host of this address is not known", "check --base-url and the network"),
                    Fault.CONNECTION,
                    Optional.empty());
        } else if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
            return new TryAgain(
                    problem("nothing answers there (connection refused)", "start the server, or correct --base-url"),
                    Fault.CONNECTION,
                    Optional.empty());
        } else if (cause instanceof SSLException) {
            return hopeless(
                    "no safe connection: " + message,
                    "if this server speaks plain HTTP, begin the address with http://");
        } else if (cause instanceof java.io.IOException) {
            return new TryAgain(
                    problem("the connection was cut: " + message, "run the same command again later"),
                    Fault.CUT,
                    Optional.empty());
        }
        return new IllegalStateException("a call broke: " + message, cause);
    }

    private static boolean isUnknownHost(Throwable cause) {
        for (Throwable t = cause; t != null; t = t.getCause()) {
            if (t instanceof UnresolvedAddressException || t instanceof UnknownHostException) {
                return true;
            }
        }
        return false;
    }

    /** Seconds or a date; nonsense counts as nothing said. */
    private static Optional<Duration> retryAfter(HttpResponse<?> response) {
        return response.headers().firstValue("retry-after").flatMap(text -> {
            try {
                return text.strip().matches("\\d{1,9}(\\.\\d+)?")
                        ? Optional.of(Duration.ofMillis((long) (Double.parseDouble(text.strip()) * 1000)))
                        : Optional.of(Duration.between(
                                Instant.now(),
                                ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        });
    }

    private ModelException hopeless(String what, String fix) {
        return new ModelException(ModelException.Kind.UNREACHABLE, problem(what, fix), new IllegalStateException(what));
    }

    private Problem problem(String what, String fix) {
        return new Problem(what, where, fix);
    }

    /** The server's own words, if it has any. */
    private static String said(String body) {
        JsonNode error = Bodies.tree(body).path("error");
        String message =
                error.isTextual() ? error.asText() : error.path("message").asText("");
        return message.isBlank() ? "" : ": " + Bodies.excerpt(message);
    }
}
