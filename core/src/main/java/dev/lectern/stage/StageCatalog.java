package dev.lectern.stage;

import java.util.SortedMap;

/**
 * Stages and draws by the keys that recipes use. Lectern's own list and those in a user's jars are found as services
 * ({@code META-INF/services/dev.lectern.stage.StageCatalog}); every class is a record.
 */
public interface StageCatalog {
    SortedMap<String, Class<? extends Stage>> stages();

    SortedMap<String, Class<? extends Draw<?>>> draws();
}
