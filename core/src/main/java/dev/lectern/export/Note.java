package dev.lectern.export;

import dev.lectern.text.Messages;
import java.util.List;

/** Something about an export that people should know; said in their language by {@link #in}. */
public record Note(String key, List<String> arguments) {
    public Note(String key, Object... arguments) {
        this(key, List.of(arguments).stream().map(String::valueOf).toList());
    }

    public Note {
        arguments = List.copyOf(arguments);
    }

    public String in(String language) {
        return Messages.of("export", language).get(key, arguments.toArray());
    }
}
