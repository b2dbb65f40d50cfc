package dev.lectern.recipe;

import dev.lectern.stage.Draw;
import dev.lectern.stage.Stage;
import dev.lectern.stage.StageCatalog;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Every stage and draw on the class path, by key. */
public final class Catalog {
    private final SortedMap<String, Class<? extends Stage>> stages = new TreeMap<>();
    private final SortedMap<String, Class<? extends Draw<?>>> draws = new TreeMap<>();

    public Catalog() {
        for (StageCatalog list : ServiceLoader.load(StageCatalog.class)) {
            stages.putAll(list.stages());
            draws.putAll(list.draws());
        }
    }

    public SortedSet<String> stageNames() {
        return new TreeSet<>(stages.keySet());
    }

    public SortedSet<String> drawNames() {
        return new TreeSet<>(draws.keySet());
    }

    public Optional<Class<? extends Stage>> stage(String key) {
        return Optional.ofNullable(stages.get(key));
    }

    public Optional<Class<? extends Draw<?>>> draw(String key) {
        return Optional.ofNullable(draws.get(key));
    }

    /** The settings of a stage or draw: name to default, or to empty where it must be given. */
    public SortedMap<String, Optional<String>> settings(String key) {
        SortedMap<String, Optional<String>> settings = new TreeMap<>();
        Class<?> type = stages.containsKey(key) ? stages.get(key) : draws.get(key);
        if (type != null) {
            RecordBinder.describe(type).forEach((name, value) -> settings.put(name, value.map(Object::toString)));
        }
        return settings;
    }
}
