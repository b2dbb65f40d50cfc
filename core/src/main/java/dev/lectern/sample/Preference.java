package dev.lectern.sample;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/** Either a pair of answers (chosen, rejected) or a single thumbs up or down (label). */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Preference(Optional<String> chosen, Optional<String> rejected, Optional<Boolean> label) {}
