package dev.lectern.prompt;

/** Prompts by folder and language; a project's own files stand before the ones that ship. */
public interface PromptLibrary {
    /**
     * @param name stage and prompt, {@code ask-from-evidence/qa}
     * @param language en or zh; any other falls back to en
     */
    Prompt prompt(String name, String language);

    /** Hash of the texts in all languages, for fingerprints. */
    String digest(String name);
}
