package dev.lectern.tool;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.text.Hash;
import dev.lectern.text.Json;
import java.nio.file.Path;
import java.util.List;

/** The tools that rows may call, as OpenAI's {@code tools} column holds them, in the order of the user's file. */
public record Toolbox(List<JsonNode> tools) {
    public static final Toolbox NONE = new Toolbox(List.of());

    public Toolbox {
        tools = List.copyOf(tools);
    }

    /** @throws dev.lectern.check.ProblemsException with everything that is wrong with the file */
    public static Toolbox read(Path file) {
        return new Toolbox(ToolFile.read(file));
    }

    public String digest() {
        return Hash.id(tools.stream().map(Json::line).toArray(String[]::new));
    }
}
