package dev.lectern.report;

/**
 * A share that the recipe caps.
 *
 * @param of what is looked at: task, opening, refusal, or the name of a tag
 * @param atMost the largest share, from 0 to 1
 * @param share the share among the accepted rows
 * @param rows accepted rows with this label
 * @param dropped rows that went because there were too many
 */
public record CapShare(String of, String label, double atMost, double share, long rows, long dropped) {}
