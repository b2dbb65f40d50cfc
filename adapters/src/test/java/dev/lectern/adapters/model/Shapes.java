package dev.lectern.adapters.model;

import dev.lectern.model.ChatMessage;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.ModelClient;
import dev.lectern.model.ModelProvider;
import dev.lectern.model.ModelSettings;
import dev.lectern.model.ModelSetup;
import dev.lectern.model.ModelSpec;
import dev.lectern.model.ModelToOpen;
import dev.lectern.text.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** The recorded shapes, and clients to read them with. */
final class Shapes {
    static final ChatRequest QUESTION =
            ChatRequest.of(List.of(ChatMessage.system("be kind"), ChatMessage.user("two and two?")));

    private Shapes() {}

    static String recorded(String name) {
        try (InputStream in = Objects.requireNonNull(Shapes.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ModelClient client(ModelProvider provider, String spec, String base, Map<String, String> environment) {
        return clients(provider, spec, Optional.of(base), environment).getFirst();
    }

    static List<ModelClient> clients(
            ModelProvider provider, String spec, Optional<String> base, Map<String, String> environment) {
        int colon = spec.indexOf(':');
        return provider.open(new ModelToOpen(
                new ModelSpec(spec.substring(0, colon), base, spec.substring(colon + 1)),
                "",
                ModelSetup.of(spec),
                ModelSettings.of(environment),
                "option --model"));
    }

    /** The JSON that a request carried. */
    static Map<?, ?> body(String request) {
        return Json.read(request.substring(request.indexOf("\r\n\r\n") + 4), TreeMap.class);
    }
}
