package dev.lectern.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.testkit.http.Request;
import java.util.List;
import java.util.Optional;

/** One provider's language: how requests, replies and errors are written. */
interface Dialect {
    /** The key that came with the request; empty text for none. */
    String key(Request request);

    Asked asked(Request request, JsonNode body);

    /** Why the provider would not take the request, quirks aside. */
    default Optional<Refusal> unfit(Asked asked) {
        return Optional.empty();
    }

    /** The reply as one body. */
    String whole(Asked asked, Said said, Habits habits);

    /** The reply as the events of a stream, first to last, framed. */
    List<String> events(Asked asked, Said said, Habits habits);

    /** @param code the provider's word for this kind of error, such as {@code unsupported_parameter} */
    String error(int status, String message, String code);
}
