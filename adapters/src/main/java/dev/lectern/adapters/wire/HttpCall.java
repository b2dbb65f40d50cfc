package dev.lectern.adapters.wire;

import dev.lectern.text.Hash;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A request as it goes out.
 *
 * @param headers by name; those that HTTP itself needs are added on the way
 * @param body empty for GET
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and too large to copy.
public record HttpCall(String method, URI uri, SortedMap<String, String> headers, byte[] body) {
    public HttpCall {
        headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
    }

    public static HttpCall post(URI uri, SortedMap<String, String> headers, String json) {
        SortedMap<String, String> all = new TreeMap<>(headers);
        all.put("Content-Type", "application/json");
        all.put("Accept", "application/json");
        return new HttpCall("POST", uri, all, json.getBytes(StandardCharsets.UTF_8));
    }

    public static HttpCall get(URI uri, SortedMap<String, String> headers) {
        return new HttpCall("GET", uri, headers, new byte[0]);
    }

    /** What is asked of whom, without the headers: SHA-256 in hex. */
    public String hash() {
        return Hash.sha256(method, uri.toString(), Hash.sha256(body));
    }

    /** Headers may hold a key. */
    @Override
    public String toString() {
        return method + " " + uri;
    }
}
