package dev.lectern.sample;

import java.util.Optional;

/** What a stage that sees many samples decides about one of them, by id. */
public sealed interface Ruling {
    String id();

    record Drop(String id, String reason, Optional<String> twin) implements Ruling {}

    record Mark(String id, String score, double value) implements Ruling {}

    record Place(String id, int batch, int order) implements Ruling {}

    record Hold(String id, String reason) implements Ruling {}
}
