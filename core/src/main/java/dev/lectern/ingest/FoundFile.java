package dev.lectern.ingest;

import java.nio.file.Path;

/** A file to be read and the uri that its document gets. */
record FoundFile(String uri, Path path, long size, long modified) {}
