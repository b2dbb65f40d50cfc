package dev.lectern.export;

/**
 * A data file written.
 *
 * @param path relative to the run folder, "/" between folders
 * @param tokens of all turns of its rows, as an OpenAI tokenizer counts
 */
public record Output(String path, String format, String split, long rows, long bytes, long tokens) {}
