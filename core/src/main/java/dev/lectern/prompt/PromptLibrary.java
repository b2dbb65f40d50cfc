package dev.lectern.prompt;

import java.util.Map;

/** Prompts by folder and language; a project's own files stand before the ones that ship. */
public interface PromptLibrary {
    /**
     * @param name stage and prompt, {@code ask-from-evidence/qa}
     * @param language en or zh; any other falls back to en
     */
    Prompt prompt(String name, String language);

    /** The words of a prompt that has no places: a line that others are put together with. */
    default String words(String name, String language) {
        return prompt(name, language).fill(Map.of()).getLast().content();
    }

    /** Hash of the texts in all languages, for fingerprints. */
    String digest(String name);
}
