/**
 * What a run tells people: {@link dev.lectern.report.RunReport} holds the figures, {@link dev.lectern.report.ReportPage}
 * draws them, {@link dev.lectern.report.DatasetCard} introduces the dataset, {@link dev.lectern.report.Explain} tells one row's
 * story. Reads what a run wrote; knows nothing of engines and prints nothing.
 */
@NullMarked
package dev.lectern.report;

import org.jspecify.annotations.NullMarked;
