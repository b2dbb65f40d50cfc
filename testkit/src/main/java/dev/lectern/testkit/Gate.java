package dev.lectern.testkit;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/** Who is let in: keys, models, so many at once and so many a minute. For the server's thread. */
final class Gate {
    private final List<String> keys;
    private final List<String> models;
    private final Doors doors;
    private final Map<String, Queue<Long>> lastMinute = new HashMap<>();

    Gate(List<String> keys, List<String> models, Doors doors) {
        this.keys = keys;
        this.models = models;
        this.doors = doors;
    }

    Optional<Refusal> refusal(String key, String model, int inFlight) {
        if (!opensTo(key)) {
            return Optional.of(new Refusal(401, "Incorrect API key provided: " + key, "invalid_api_key"));
        } else if (models.stream().noneMatch(known -> known.equals(model) || model.startsWith(known + "-"))) {
            return Optional.of(new Refusal(404, "The model `" + model + "` does not exist", "model_not_found"));
        } else if (doors.inFlight() > 0 && inFlight >= doors.inFlight()) {
            return Optional.of(new Refusal(429, "Too many concurrent requests", "rate_limit_exceeded"));
        } else if (doors.perMinute() > 0 && left(key) == 0) {
            return Optional.of(
                    new Refusal(429, "Rate limit reached for requests per min (RPM)", "rate_limit_exceeded"));
        }
        if (doors.perMinute() > 0) {
            current(key).add(System.nanoTime());
        }
        return Optional.empty();
    }

    boolean opensTo(String key) {
        return keys.isEmpty() || keys.contains(key);
    }

    /** Requests that the key may still make at once. */
    int left(String key) {
        return doors.perMinute() - current(key).size();
    }

    /** Seconds until the key may come again. */
    double untilNext(String key) {
        Queue<Long> current = current(key);
        return current.size() < doors.perMinute() || current.isEmpty()
                ? 0.2
                : (current.element() + minute() - System.nanoTime()) / 1e9;
    }

    private long minute() {
        return doors.minuteMillis() * 1_000_000L;
    }

    private Queue<Long> current(String key) {
        Queue<Long> times = lastMinute.computeIfAbsent(key, k -> new ArrayDeque<>());
        while (!times.isEmpty() && System.nanoTime() - times.element() > minute()) {
            times.remove();
        }
        return times;
    }
}
