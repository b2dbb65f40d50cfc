package dev.lectern.adapters.model;

import dev.lectern.adapters.wire.TooLargeException;
import dev.lectern.check.Problem;
import dev.lectern.model.Fault;
import dev.lectern.model.ModelException;
import dev.lectern.model.Refusal;
import dev.lectern.model.TryAgain;
import dev.lectern.model.Usage;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** What can go wrong before a server has said anything: names, ports, proxies, TLS, and connections that end. */
final class ConnectionFaults {
    private static final String LATER = "run the same command again later";
    private static final String OR_TLS = "; if it always ends so, try an address that begins with https://";
    private static final String PLAIN = "if this server speaks plain HTTP, begin the address with http://";
    private static final String OR_PLAIN = "; " + PLAIN;

    private final String where;
    private final Access access;
    private final Optional<String> proxy;

    ConnectionFaults(String where, Access access, Optional<String> proxy) {
        this.where = where;
        this.access = access;
        this.proxy = proxy;
    }

    RuntimeException of(IOException cause, Duration timeout) {
        String message = access.key()
                .hide(Optional.ofNullable(cause.getMessage())
                        .orElse(cause.getClass().getSimpleName()));
        if (message.contains("407") && message.contains("unnel")) {
            return ofProxy("it wants a name and a password (status 407)");
        } else if (isUnknownHost(cause)) {
            return proxy.isPresent()
                    ? ofProxy("its host is not known")
                    : again(
                            "the host of this address is not known",
                            "check " + access.from() + " and the network",
                            Fault.CONNECTION);
        } else if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
            return proxy.isPresent() ? ofProxy("nothing answers there") : unanswered(cause);
        } else if (cause instanceof HttpTimeoutException) {
            return again("no reply within " + timeout.toSeconds() + " seconds", LATER, Fault.TIMEOUT);
        } else if (cause instanceof TooLargeException) {
            return new ModelException(Refusal.MALFORMED, message, "", Usage.NONE);
        } else if (cause instanceof SSLException) {
            return hopeless("no safe connection: " + message, tls(message));
        }
        return again("the connection was cut: " + message, mayWantTls() ? LATER + OR_TLS : LATER, Fault.CUT);
    }

    /** A server of plain HTTP may wait for ever for the end of a line that TLS never sends. */
    private RuntimeException unanswered(IOException cause) {
        if (!(cause instanceof HttpConnectTimeoutException)) {
            return again("nothing answers there (connection refused)", start(), Fault.CONNECTION);
        }
        Optional<Problem> wrong = isSafe() ? WrongScheme.of(access.address().base(), where) : Optional.empty();
        return wrong.<RuntimeException>map(this::hopeless)
                .orElseGet(() -> again(
                        "no connection came about in time",
                        isSafe() ? "check " + access.from() + " and the network" + OR_PLAIN : start(),
                        Fault.CONNECTION));
    }

    private boolean mayWantTls() {
        return !isSafe() && !access.address().isLoopback();
    }

    private boolean isSafe() {
        return access.address().base().toLowerCase(Locale.ROOT).startsWith("https:");
    }

    /** @param why what is wrong with it */
    ModelException ofProxy(String why) {
        return hopeless(
                "the proxy " + proxy.orElse("on the way") + " can't be used: " + why,
                why.contains("password")
                        ? "check them in the variable: http://NAME:PASSWORD@HOST:PORT"
                        : "correct the variable, or add " + access.address().host() + " to NO_PROXY");
    }

    private String start() {
        boolean contained = Files.exists(Path.of("/.dockerenv")) || Files.exists(Path.of("/run/.containerenv"));
        return access.address().isLoopback() && contained
                ? "start the server, or correct the port; if it runs outside this container: "
                        + "try http://host.docker.internal instead, or the server's name in its network"
                : "start the server, or correct " + access.from();
    }

    private static String tls(String message) {
        if (message.contains("PKIX") || message.contains("certification path")) {
            return "if a proxy opens TLS on the way, let Java know its certificate: "
                    + "JAVA_TOOL_OPTIONS=-Djavax.net.ssl.trustStore=FILE";
        }
        return PLAIN;
    }

    private static boolean isUnknownHost(Throwable cause) {
        for (Throwable t = cause; t != null; t = t.getCause()) {
            if (t instanceof UnresolvedAddressException || t instanceof UnknownHostException) {
                return true;
            }
        }
        return false;
    }

    private TryAgain again(String what, String fix, Fault fault) {
        return new TryAgain(new Problem(what, where, fix), fault, Optional.empty());
    }

    private ModelException hopeless(String what, String fix) {
        return hopeless(new Problem(what, where, fix));
    }

    private ModelException hopeless(Problem problem) {
        return new ModelException(ModelException.Kind.UNREACHABLE, problem, new IllegalStateException(problem.what()));
    }
}
