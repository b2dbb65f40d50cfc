package dev.lectern.adapters.model;

import dev.lectern.model.BodyReader;
import dev.lectern.model.Manner;
import dev.lectern.model.ModelClient;
import dev.lectern.model.ModelId;
import dev.lectern.model.ReplyForm;
import java.util.List;
import java.util.Optional;

/** Google's Gemini by its own interface. */
public final class GeminiProvider extends OneHouse {
    private static final Preset PRESET = new Preset(
            "gemini",
            "https://generativelanguage.googleapis.com/v1beta",
            List.of("GEMINI_API_KEY", "GOOGLE_API_KEY"),
            List.of("GEMINI_BASE_URL"),
            true,
            "");

    public GeminiProvider() {
        super(PRESET, "/v1beta", "x-goog-api-key");
    }

    @Override
    ModelClient client(ModelId id, Lane lane) {
        return new WireModel(id, lane, new GeminiDialect(), Manner.of(ReplyForm.SCHEMA), Optional.empty());
    }

    @Override
    public BodyReader reader() {
        return (body, answeredBy) -> new GeminiAnswer(body).read(answeredBy);
    }
}
