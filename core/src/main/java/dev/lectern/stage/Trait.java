package dev.lectern.stage;

/** Something a sample can have, that one stage adds and another needs. Written in YAML and messages as {@code score grounded}. */
public record Trait(String kind, String name) {
    public static final Trait DOCUMENT = new Trait("document", "");
    public static final Trait PASSAGE = new Trait("passage", "");
    public static final Trait QUESTION = new Trait("question", "");
    public static final Trait EVIDENCE = new Trait("evidence", "");
    public static final Trait ANSWER = new Trait("answer", "");
    public static final Trait EXAMPLES = new Trait("examples", "");

    public static Trait score(String name) {
        return new Trait("score", name);
    }

    public static Trait tag(String name) {
        return new Trait("tag", name);
    }

    @Override
    public String toString() {
        return name.isEmpty() ? kind : kind + " " + name;
    }
}
