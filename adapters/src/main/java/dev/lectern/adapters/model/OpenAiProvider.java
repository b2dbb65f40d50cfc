package dev.lectern.adapters.model;

import dev.lectern.check.ProblemsException;
import dev.lectern.model.BodyReader;
import dev.lectern.model.ModelClient;
import dev.lectern.model.ModelId;
import dev.lectern.model.ModelProvider;
import dev.lectern.model.ModelSettings;
import dev.lectern.model.ModelSetup;
import dev.lectern.model.ModelSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** OpenAI itself, and every server that speaks its language. */
public final class OpenAiProvider implements ModelProvider {
    private static final String KEY = "OPENAI_API_KEY";
    private static final String HOME = "https://api.openai.com/v1";

    @Override
    public Set<String> names() {
        return Set.of("openai");
    }

    @Override
    public List<ModelClient> open(ModelSpec spec, String pool, ModelSetup setup, ModelSettings settings, String where) {
        Map<String, String> environment = settings.environment();
        String base = spec.base()
                .or(settings::baseUrl)
                .or(() -> first(environment, "OPENAI_BASE_URL", "OPENAI_API_BASE"))
                .orElse(HOME);
        Address address = Address.of(base, where);
        Key key = new Key(environment.getOrDefault(KEY, ""));
        if (key.isEmpty() && !address.isLoopback()) {
            throw new ProblemsException(
                    "there is no key for " + address.base(),
                    where,
                    "set the environment variable " + KEY + " (to any word, if this server wants no key)");
        }
        if (!key.isClean()) {
            throw new ProblemsException(
                    "the key in " + KEY + " holds white space or letters that no key has", where, "copy it again");
        }
        ModelId id = new ModelId(spec.provider(), address.base(), spec.name());
        return List.of(new OpenAiModel(id, address, key, settings.timeout()));
    }

    @Override
    public BodyReader reader() {
        return (body, answeredBy) -> new Completion(body).read(answeredBy);
    }

    private static Optional<String> first(Map<String, String> environment, String... names) {
        return Stream.of(names)
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isBlank())
                .findFirst();
    }
}
