package dev.lectern.model;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a provider's headers say is left of the current window ({@code x-ratelimit-remaining-requests} and the like).
 *
 * @param requests requests left; empty if not said
 * @param tokens tokens left; empty if not said
 * @param refill until the window is full again; empty if not said
 */
public record Headroom(OptionalLong requests, OptionalLong tokens, Optional<Duration> refill) {
    public static final Headroom UNSAID = new Headroom(OptionalLong.empty(), OptionalLong.empty(), Optional.empty());
}
