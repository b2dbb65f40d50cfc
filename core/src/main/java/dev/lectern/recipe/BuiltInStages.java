package dev.lectern.recipe;

import dev.lectern.stage.Draw;
import dev.lectern.stage.Stage;
import dev.lectern.stage.StageCatalog;
import dev.lectern.stage.draw.AllDocuments;
import dev.lectern.stage.draw.AllPassages;
import java.util.SortedMap;
import java.util.TreeMap;

/** The stages and draws that ship. To add one: write the record, add its key here, describe it in docs. */
public final class BuiltInStages implements StageCatalog {
    @Override
    public SortedMap<String, Class<? extends Stage>> stages() {
        SortedMap<String, Class<? extends Stage>> stages = new TreeMap<>();
        return stages;
    }

    @Override
    public SortedMap<String, Class<? extends Draw<?>>> draws() {
        SortedMap<String, Class<? extends Draw<?>>> draws = new TreeMap<>();
        draws.put("all-documents", AllDocuments.class);
        draws.put("all-passages", AllPassages.class);
        return draws;
    }
}
