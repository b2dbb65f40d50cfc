package dev.lectern.bench.equal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.text.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Makes one pool of several sets: {@code MixedPool OUT.jsonl.gz [THEMES.txt] SET.jsonl.gz…}. Themes are those of the file of that name beside this
 * class, {@code themes.txt} where none is named.
 */
public final class MixedPool {
    private MixedPool() {}

    /** @param args the file to write, then a file of themes or none, then the sets */
    public static void main(String[] args) throws IOException {
        boolean named = args.length > 1 && args[1].endsWith(".txt");
        Map<String, String> themes = themes(named ? args[1] : "themes.txt");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(Path.of(args[0])))) {
            for (String file : List.of(args).subList(named ? 2 : 1, args.length)) {
                String set = String.valueOf(Path.of(file).getFileName()).replace(".jsonl.gz", "");
                try (BufferedReader lines = reader(new GZIPInputStream(Files.newInputStream(Path.of(file))))) {
                    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                        ObjectNode record = (ObjectNode) Json.mapper().readTree(line);
                        String title = record.path("title").asText();
                        Optional.ofNullable(themes.getOrDefault(set + "\t" + title, themes.get(set + "\t*")))
                                .ifPresent(theme -> record.put("theme", theme));
                        out.write((Json.line(record) + "\n").getBytes(StandardCharsets.UTF_8));
                    }
                }
            }
        }
    }

    private static Map<String, String> themes(String name) throws IOException {
        Map<String, String> themes = new TreeMap<>();
        try (InputStream file = MixedPool.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            reader(file).lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] parts = line.split("\t", 2);
                themes.put(parts[1], parts[0]);
            });
        }
        return themes;
    }

    private static BufferedReader reader(InputStream bytes) {
        return new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
    }
}
