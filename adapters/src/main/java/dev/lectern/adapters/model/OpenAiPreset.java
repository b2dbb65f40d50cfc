package dev.lectern.adapters.model;

import dev.lectern.model.Manner;
import dev.lectern.model.ModelProvider;
import dev.lectern.model.Quirk;
import dev.lectern.model.ReplyForm;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A house that speaks OpenAI's language, and its accent.
 *
 * @param form the best form of a reply that its models are known to keep to
 * @param quirks by the models that have them
 * @param batches the path that a line of a batch names; empty if it has no batch interface
 */
record OpenAiPreset(
        ModelProvider.Preset about,
        ReplyForm form,
        List<ModelQuirk> quirks,
        ThinkingSwitch thinking,
        Optional<String> batches) {
    OpenAiPreset {
        quirks = List.copyOf(quirks);
    }

    /** @param models pattern of their names, in small letters */
    record ModelQuirk(String models, Set<Quirk> quirks) {}

    /** A house at its own address, reached with a key. */
    static OpenAiPreset house(String name, String base, String... keyVariables) {
        String stem = keyVariables[0].replace("_API_KEY", "");
        List<String> bases = List.of(stem + "_BASE_URL", stem + "_API_BASE");
        return of(new ModelProvider.Preset(name, base, List.of(keyVariables), bases, true, ""));
    }

    /** A server on one's own machines. */
    static OpenAiPreset server(String name, String base, String... baseVariables) {
        String key = baseVariables[0].replace("_BASE_URL", "_API_KEY");
        return of(new ModelProvider.Preset(name, base, List.of(key), List.of(baseVariables), false, ""))
                .with(ThinkingSwitch.TEMPLATE);
    }

    private static OpenAiPreset of(ModelProvider.Preset about) {
        return new OpenAiPreset(about, ReplyForm.SCHEMA, List.of(), ThinkingSwitch.NONE, Optional.empty());
    }

    OpenAiPreset with(ThinkingSwitch how) {
        return new OpenAiPreset(about, form, quirks, how, batches);
    }

    OpenAiPreset with(ReplyForm best) {
        return new OpenAiPreset(about, best, quirks, thinking, batches);
    }

    OpenAiPreset with(String models, Quirk first, Quirk... more) {
        List<ModelQuirk> all = new ArrayList<>(quirks);
        all.add(new ModelQuirk(models, EnumSet.of(first, more)));
        return new OpenAiPreset(about, form, all, thinking, batches);
    }

    OpenAiPreset withBatches(String path) {
        return new OpenAiPreset(about, form, quirks, thinking, Optional.of(path));
    }

    OpenAiPreset noting(String note) {
        return new OpenAiPreset(
                new ModelProvider.Preset(
                        about.name(),
                        about.base(),
                        about.keyVariables(),
                        about.baseVariables(),
                        about.wantsKey(),
                        note),
                form,
                quirks,
                thinking,
                batches);
    }

    /** What is known of a model by its name. */
    Manner manner(String model) {
        Manner manner = Manner.of(form);
        for (ModelQuirk some : quirks) {
            if (model.toLowerCase(Locale.ROOT).matches(some.models())) {
                for (Quirk quirk : some.quirks()) {
                    manner = manner.with(quirk);
                }
            }
        }
        return manner;
    }
}
