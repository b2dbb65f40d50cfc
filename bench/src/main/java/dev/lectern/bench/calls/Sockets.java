package dev.lectern.bench.calls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The connections of this machine, as the kernel tells them. */
final class Sockets {
    private static final List<Path> TABLES = List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));
    private static final int REMOTE = 2;
    private static final int QUEUES = 4;

    private Sockets() {}

    /** How many connections to a port hold bytes that their owner has not read yet; 0 where the kernel does not tell. */
    static int unread(int port) throws IOException {
        String end = String.format(":%04X", port);
        int unread = 0;
        for (Path table : TABLES) {
            if (Files.isReadable(table)) {
                for (String line : Files.readAllLines(table)) {
                    String[] fields = line.strip().split("\\s+", -1);
                    if (fields[REMOTE].endsWith(end) && !fields[QUEUES].endsWith(":00000000")) {
                        unread++;
                    }
                }
            }
        }
        return unread;
    }
}
