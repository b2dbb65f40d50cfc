package dev.lectern.export.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Optional;

/** What a trainer demands of a row. One per file, so that it may remember what holds for the file. */
interface RowRules {
    void check(JsonNode row, Report report);

    /** @param mapping what a dataset_info.json says of the file, where one does */
    static RowRules of(Trainer trainer, Path file, Optional<Mapping> mapping) {
        return switch (trainer) {
            case LLAMA_FACTORY -> new FactoryRules(mapping, file);
            case TRL -> new TrlRules();
            case AXOLOTL -> new AxolotlRules();
            case OPENAI -> new OpenAiRules();
        };
    }
}
