package dev.lectern.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.text.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code dataset_info.json}: what LLaMA-Factory must know of our files, so that {@code dataset_dir: <run folder>} and
 * {@code dataset: sharegpt_train} are all it takes. ASCII only: Chinese Windows opens it in another encoding than UTF-8.
 */
public final class DatasetInfo {
    public static final String FILE = "dataset_info.json";

    private DatasetInfo() {}

    /** A dataset's name in the file: no comma, which separates names on LLaMA-Factory's command line. */
    public static String name(Output output) {
        return output.format() + "_" + output.split();
    }

    static String of(List<Output> outputs, Format.Shape shape) {
        ObjectNode info = Json.mapper().createObjectNode();
        for (Output output : outputs) {
            Format format = Formats.named(List.of(output.format())).getFirst();
            format.factoryEntry(shape).ifPresent(entry -> {
                ObjectNode named = info.putObject(name(output)).put("file_name", output.path());
                named.setAll(entry);
            });
        }
        DefaultPrettyPrinter lines = new DefaultPrettyPrinter();
        lines.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        try {
            return Json.mapper()
                            .writer(lines)
                            .with(JsonWriteFeature.ESCAPE_NON_ASCII)
                            .writeValueAsString(info)
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("cannot write " + FILE, e);
        }
    }

    static void write(Path folder, List<Output> outputs, Format.Shape shape) throws IOException {
        Aside.write(folder.resolve(FILE), of(outputs, shape));
    }
}
