package dev.lectern.model.call;

import dev.lectern.check.Problem;

/**
 * A way to a model that is no longer asked, but for one try a minute.
 *
 * @param lane which it is: the address, and the variable that holds its key with the key's place in it; never the key
 * @param problem why
 */
public record GivenUp(String lane, Problem problem) {
    private static final String LOOK = "'lectern doctor' tries each key and address by itself";

    /** What mends it, or how that is found out. */
    public String fix() {
        return problem.fix().isEmpty() ? LOOK : problem.fix();
    }
}
