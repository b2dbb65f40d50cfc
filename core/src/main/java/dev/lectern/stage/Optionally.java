package dev.lectern.stage;

/** A stage that a recipe may leave out where nobody is bound to a role that it asks. */
public interface Optionally {
    /** Whether it is left out then; otherwise the missing model is an error. */
    boolean optional();
}
