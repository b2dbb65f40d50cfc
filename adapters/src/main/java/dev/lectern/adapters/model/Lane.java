package dev.lectern.adapters.model;

import dev.lectern.adapters.wire.HttpAnswer;
import dev.lectern.adapters.wire.HttpCall;
import dev.lectern.adapters.wire.HttpReader;
import dev.lectern.adapters.wire.Intake;
import dev.lectern.adapters.wire.Wire;
import dev.lectern.adapters.wire.Wires;
import dev.lectern.model.Landing;
import dev.lectern.model.Landings;
import dev.lectern.model.ModelException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The way to one endpoint with one key: carries requests there, and says in our words what went wrong on the way. */
final class Lane {
    /** Results of a batch of 50,000 lines come as one file. */
    private static final long LARGEST_FILE = 1L << 30;

    private final Access access;
    private final SortedMap<String, String> headers;
    private final Wire wire;
    private final Duration timeout;
    private final WireFaults faults;
    private final Map<String, URI> places = new ConcurrentHashMap<>();

    /**
     * @param headers that go with every request, the key among them
     * @param model whom the faults are about
     */
    Lane(Access access, SortedMap<String, String> headers, Wires wires, Duration timeout, String model) {
        this.access = access;
        this.headers = new TreeMap<>(headers);
        this.wire = wires.to(URI.create(access.address().base()));
        this.timeout = timeout;
        this.faults = new WireFaults(
                model,
                access,
                wires.proxies().saidFor(URI.create(access.address().base())),
                this::models);
    }

    Access access() {
        return access;
    }

    WireFaults faults() {
        return faults;
    }

    /** @throws dev.lectern.model.TryAgain if nothing came */
    HttpAnswer post(String path, String json) {
        return post(path, json, Intake.whole(), Landings.NONE);
    }

    /**
     * The same, but for an answer that a program which was killed had taken already: that is not asked for again.
     *
     * @throws dev.lectern.model.TryAgain if nothing came, or it broke off
     */
    HttpAnswer post(String path, String json, Intake intake, Landings landings) {
        // Parsing the same address for every call would cost as much as writing the request.
        URI place = places.computeIfAbsent(path, access.address()::at);
        HttpCall call = HttpCall.post(place, headers, json);
        Landing landing = landings.open(call.hash());
        return landing.left()
                .flatMap(bytes -> HttpReader.again(bytes, intake))
                .orElseGet(() -> send(call, intake.landing(landing)));
    }

    HttpAnswer get(URI uri) {
        return send(HttpCall.get(uri, headers), Intake.whole(LARGEST_FILE));
    }

    /** @param type of the body */
    HttpAnswer upload(String path, String type, byte[] body) {
        SortedMap<String, String> all = new TreeMap<>(headers);
        all.put("Content-Type", type);
        return send(new HttpCall("POST", access.address().at(path), all, body), Intake.whole());
    }

    /** The names of the models there, as the server lists them; empty text if it does not. */
    private String models() {
        try {
            return get(access.address().at("/models")).body();
        } catch (RuntimeException e) {
            return "";
        }
    }

    private HttpAnswer send(HttpCall call, Intake intake) {
        try {
            return wire.send(call, intake, timeout);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelException(ModelException.Kind.UNREACHABLE, "interrupted during a call", e);
        } catch (IOException e) {
            throw faults.ofConnection(e, timeout);
        }
    }
}
