package dev.lectern.sample;

/** An answer that was in the running, with the model that gave it and the votes it got. */
public record Candidate(String content, String model, int votes) {
    /** The tag that names the voters that gave no answer. */
    public static final String SILENT = "silent-voters";
}
