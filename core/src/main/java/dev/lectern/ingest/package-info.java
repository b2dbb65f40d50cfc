/**
 * From files to a corpus on disk: which files there are, who reads each, what was cut and what had to be left out. Start with
 * {@link dev.lectern.ingest.Ingest}; knows no file format and no stage.
 */
@NullMarked
package dev.lectern.ingest;

import org.jspecify.annotations.NullMarked;
