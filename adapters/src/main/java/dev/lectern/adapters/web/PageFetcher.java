package dev.lectern.adapters.web;

import dev.lectern.adapters.read.PageText;
import dev.lectern.adapters.wire.GuardedWire;
import dev.lectern.adapters.wire.GuardedWire.ForbiddenAddressException;
import dev.lectern.adapters.wire.HttpAnswer;
import dev.lectern.adapters.wire.HttpCall;
import dev.lectern.adapters.wire.Intake;
import dev.lectern.adapters.wire.TooLargeException;
import dev.lectern.adapters.wire.Wire;
import dev.lectern.adapters.wire.Wires;
import dev.lectern.corpus.Document;
import dev.lectern.corpus.ReadException;
import dev.lectern.web.Fetched;
import dev.lectern.web.WebManners;
import dev.lectern.web.WebProvider;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fetches pages as a polite guest: two at a time from a host, nothing that its {@code robots.txt} keeps from us. And as a careful one:
 * addresses in private networks are refused at every step of a redirect, sizes and times have bounds, and nothing on a page is run.
 */
final class PageFetcher implements WebProvider.Pages {
    private static final int MOST_REDIRECTS = 5;
    private static final int TRIES = 2;
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final long LARGEST_ROBOTS = 512 << 10;
    private static final int AT_ONCE = 2;
    /** A page that asks for a password and says less than this says nothing but that. */
    private static final int LITTLE_TEXT = 1_500;

    private static final Pattern CHARSET = Pattern.compile("charset\\s*=\\s*\"?([\\w:.-]+)", Pattern.CASE_INSENSITIVE);

    private final Wires wires;
    private final Map<String, RobotsRules> robots = new ConcurrentHashMap<>();
    private final Map<String, Semaphore> hosts = new ConcurrentHashMap<>();

    /** What stands at an address after all redirects. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared, and too large to copy.
    private record Came(URI uri, HttpAnswer answer, byte[] body) {}

    /** A no that asking again would not change. */
    private static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1;
        private final String why;

        RefusedException(String why) {
            super(why);
            this.why = why;
        }
    }

    PageFetcher(Wires wires) {
        this.wires = wires;
    }

    @Override
    public Fetched fetch(String url, WebManners manners) {
        try {
            URI uri = address(url);
            return page(followed(uri, manners, manners.mostBytes(), true));
        } catch (RefusedException e) {
            return new Fetched.Refused(e.why);
        } catch (UnknownHostException e) {
            return new Fetched.Unreached("no such host");
        } catch (HttpTimeoutException e) {
            return new Fetched.Unreached("no answer in time");
        } catch (IOException e) {
            return new Fetched.Unreached("connection failed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Fetched.Unreached("interrupted");
        }
    }

    private static URI address(String url) throws RefusedException {
        try {
            URI uri = URI.create(url.strip().replace(" ", "%20"));
            String host = Optional.ofNullable(uri.getHost()).orElseThrow(() -> new RefusedException("no web address"));
            String authority = uri.getPort() < 0 ? host : host + ":" + uri.getPort();
            String path = Optional.ofNullable(uri.getRawPath())
                    .filter(p -> !p.isEmpty())
                    .orElse("/");
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            // Neither a name with a password nor a place on the page goes over the wire.
            return URI.create(uri.getScheme() + "://" + authority + path + query);
        } catch (IllegalArgumentException e) {
            throw new RefusedException("no web address");
        }
    }

    private Came followed(URI from, WebManners manners, long most, boolean obeyRobots)
            throws IOException, InterruptedException, RefusedException {
        Set<URI> seen = new LinkedHashSet<>();
        URI uri = from;
        for (; ; ) {
            Optional<String> against = manners.against(uri);
            if (against.isPresent()) {
                throw new RefusedException(against.get());
            } else if (!seen.add(uri)) {
                throw new RefusedException("redirect loop");
            } else if (seen.size() > MOST_REDIRECTS) {
                throw new RefusedException("too many redirects");
            } else if (obeyRobots && !rules(uri, manners).allow(target(uri))) {
                throw new RefusedException("robots.txt keeps it from us");
            }
            Came came = tried(uri, manners, most);
            Optional<String> location = came.answer.header("location");
            if (came.answer.status() / 100 != 3 || location.isEmpty()) {
                return came;
            }
            try {
                uri = address(
                        uri.resolve(location.get().strip().replace(" ", "%20")).toString());
            } catch (IllegalArgumentException e) {
                throw new RefusedException("no web address");
            }
        }
    }

    private Came tried(URI uri, WebManners manners, long most)
            throws IOException, InterruptedException, RefusedException {
        for (int attempt = 1; ; attempt++) {
            try {
                Came came = asked(uri, manners, most);
                boolean passing = came.answer.status() == 429 || came.answer.status() / 100 == 5;
                if (!passing) {
                    return came;
                } else if (attempt == TRIES) {
                    throw new IOException("status " + came.answer.status());
                }
            } catch (ForbiddenAddressException e) {
                throw new RefusedException("address in a private network");
            } catch (HttpTimeoutException | UnknownHostException e) {
                throw e;
            } catch (IOException e) {
                if (attempt == TRIES) {
                    throw e;
                }
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }

    private Came asked(URI uri, WebManners manners, long most)
            throws IOException, InterruptedException, RefusedException {
        TreeMap<String, String> headers = new TreeMap<>();
        headers.put("Accept", "text/html, application/xhtml+xml, application/pdf;q=0.9, text/plain;q=0.9, */*;q=0.1");
        headers.put("Accept-Encoding", "identity");
        Semaphore guest = hosts.computeIfAbsent(uri.getAuthority(), host -> new Semaphore(AT_ONCE));
        guest.acquire();
        try {
            Intake intake = Intake.whole(most);
            HttpAnswer answer = way(uri, manners).send(HttpCall.get(uri, headers), intake, manners.timeout());
            return new Came(uri, answer, intake.bytes());
        } catch (TooLargeException e) {
            throw tooLarge(most);
        } finally {
            guest.release();
        }
    }

    private static RefusedException tooLarge(long most) {
        return new RefusedException("larger than " + (most >> 20) + " MiB");
    }

    /** Straight to the address that was checked; behind a proxy, which looks names up by itself, as far as they can be looked up here. */
    private Wire way(URI uri, WebManners manners) throws ForbiddenAddressException {
        boolean allowed = manners.allowsPrivate(uri);
        if (wires.proxies().saidFor(uri).isEmpty()) {
            return new GuardedWire(address -> allowed || !PrivateAddresses.has(address));
        }
        try {
            for (InetAddress address : InetAddress.getAllByName(uri.getHost())) {
                if (!allowed && PrivateAddresses.has(address)) {
                    throw new ForbiddenAddressException();
                }
            }
        } catch (UnknownHostException e) {
            // Only the proxy knows names here.
        }
        return wires.to(uri);
    }

    /** A site without rules allows all; one whose rules cannot be had, nothing for now (RFC 9309, 2.3.1). */
    private RobotsRules rules(URI uri, WebManners manners) throws IOException, InterruptedException, RefusedException {
        URI place = uri.resolve("/robots.txt");
        Optional<RobotsRules> known = Optional.ofNullable(robots.get(place.toString()));
        if (known.isPresent()) {
            return known.get();
        }
        RobotsRules rules;
        try {
            Came came = followed(place, manners, LARGEST_ROBOTS, false);
            rules = came.answer.status() == 200
                    ? RobotsRules.parse(PageText.decode(came.body, Optional.of("UTF-8")))
                    : RobotsRules.EVERYTHING;
        } catch (RefusedException e) {
            if (e.why.startsWith("larger") || e.why.contains("redirect")) {
                rules = RobotsRules.EVERYTHING;
            } else {
                throw e;
            }
        }
        robots.put(place.toString(), rules);
        return rules;
    }

    private static String target(URI uri) {
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    private static Fetched page(Came came) {
        int status = came.answer.status();
        if (status == 401 || status == 402 || status == 403 || status == 407) {
            return new Fetched.Refused("login wall (status " + status + ")");
        } else if (status != 200) {
            return new Fetched.Refused("status " + status);
        }
        String said = came.answer.header("content-type").orElse("text/html").toLowerCase(Locale.ROOT);
        String type = said.replaceFirst(";.*", "").strip();
        if (type.equals(PageText.PDF)) {
            return pdf(came);
        } else if (!type.startsWith("text/") && !type.contains("html")) {
            return new Fetched.Refused("no page of text: " + type);
        }
        Matcher charset = CHARSET.matcher(said);
        String body = PageText.decode(came.body, charset.find() ? Optional.of(charset.group(1)) : Optional.empty());
        Optional<Document> document = PageText.document(came.uri.toString(), type, body);
        int text = document.map(d -> d.text().length()).orElse(0);
        if (text < LITTLE_TEXT && PageText.asksForPassword(type, body)) {
            return new Fetched.Refused("login wall");
        } else if (text == 0) {
            return new Fetched.Refused("no text on the page");
        }
        return new Fetched.Page(came.uri.toString(), type, body);
    }

    /** Kept as it came: read by the reader of files, now and whenever it is taken from what is kept. */
    private static Fetched pdf(Came came) {
        String body = Base64.getEncoder().encodeToString(came.body);
        try {
            return PageText.document(came.uri.toString(), PageText.PDF, body)
                    .<Fetched>map(document -> new Fetched.Page(came.uri.toString(), PageText.PDF, body))
                    .orElseGet(() -> new Fetched.Refused("no text on the page"));
        } catch (ReadException e) {
            return new Fetched.Refused("a PDF that cannot be read");
        }
    }
}
