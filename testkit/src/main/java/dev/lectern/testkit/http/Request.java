package dev.lectern.testkit.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A request that came whole. */
public final class Request {
    private final String method;
    private final String target;
    private final Map<String, String> headers;
    private final byte[] body;

    /**
     * @param target path and query as they stood in the first line
     * @param headers by lower-case name; the last of several counts
     * @param body given away: nobody else writes to it
     */
    Request(String method, String target, Map<String, String> headers, byte[] body) {
        this.method = method;
        this.target = target;
        this.headers = headers;
        this.body = body;
    }

    public String method() {
        return method;
    }

    public String target() {
        return target;
    }

    /** The target up to its question mark. */
    public String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /** A header's value; empty text if there is none. */
    public String header(String lowerCaseName) {
        return headers.getOrDefault(lowerCaseName, "");
    }

    /** To be read only. */
    public byte[] body() {
        return body;
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
