package dev.lectern.adapters.wire;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What came back.
 *
 * @param headers the first of each name, whatever its case
 * @param body as text; empty where it came as a stream of events
 */
public record HttpAnswer(int status, SortedMap<String, String> headers, String body) {
    public HttpAnswer {
        headers = Collections.unmodifiableSortedMap(anyCase(headers));
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    static SortedMap<String, String> anyCase(Map<String, String> headers) {
        SortedMap<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, value) -> anyCase.putIfAbsent(name, value));
        return anyCase;
    }
}
