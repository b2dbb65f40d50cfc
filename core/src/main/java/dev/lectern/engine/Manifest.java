package dev.lectern.engine;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.SortedMap;

/**
 * What a run was made of: {@code run/manifest.json}. Same manifest and same replies, same bytes.
 *
 * @param lectern version of the program
 * @param corpus digest of the documents and passages
 * @param fingerprints of each stage: its fields and what it uses
 * @param models by role, with what each was found able to do
 * @param standIns the same for the models that stand in for those, where there are any
 * @param complete false while the run goes on and after it stopped short
 */
public record Manifest(
        String lectern,
        String recipe,
        long seed,
        List<String> sources,
        String corpus,
        SortedMap<String, String> fingerprints,
        SortedMap<String, List<JsonNode>> models,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) SortedMap<String, List<JsonNode>> standIns,
        boolean complete) {
    public Manifest completed(boolean isComplete) {
        return new Manifest(lectern, recipe, seed, sources, corpus, fingerprints, models, standIns, isComplete);
    }
}
