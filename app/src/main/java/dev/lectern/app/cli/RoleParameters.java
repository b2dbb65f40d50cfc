package dev.lectern.app.cli;

import dev.lectern.app.words.Words;
import dev.lectern.model.ModelSettings;
import dev.lectern.recipe.Setting;
import dev.lectern.text.Json;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Parameters of models that {@code --set} gives by role, {@code writer.temperature=0.2}. */
record RoleParameters(Settings settings) {
    /** Takes those out of the settings that name a role instead of a stage: {@code writer.temperature=0.2}. */
    ModelSettings over(ModelSettings calls, List<Setting> set) {
        Problems problems = settings.problems();
        Words words = problems.words();
        SortedMap<String, SortedMap<String, Object>> all = new TreeMap<>(calls.roleParameters());
        for (Setting setting : List.copyOf(set)) {
            Optional<String> role = ModelParameters.role(setting.stage());
            if (role.isEmpty()) {
                continue;
            }
            set.remove(setting);
            Object value = Json.mapper().convertValue(setting.value(), Object.class);
            Optional<String> name = ModelParameters.named(setting.field());
            Optional<String> wrong = name.isEmpty()
                    ? Optional.of(words.say("parameter.unknown", setting.field()))
                    : ModelParameters.wrong(name.get(), value, words);
            wrong.ifPresent(what -> problems.add(
                    what, settings.where(Option.SET), problems.nearest(setting.field(), ModelParameters.NAMES)));
            if (wrong.isPresent()) {
                continue;
            }
            SortedMap<String, Object> own = new TreeMap<>(all.getOrDefault(role.get(), new TreeMap<>()));
            own.put(name.orElse(setting.field()), value);
            all.put(role.get(), own);
        }
        return calls.withRoleParameters(all);
    }
}
