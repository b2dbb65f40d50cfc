package dev.lectern.export.check;

/** What a finding does to a training run, worst first. */
public enum Effect {
    /** Loading or training ends with an error. */
    STOPS,
    /** The row is left out, most often with no more than a line in a log. */
    SKIPS,
    /** The row is trained, but not as it was meant. */
    SPOILS,
    /** Works, if one knows this. */
    NOTE
}
