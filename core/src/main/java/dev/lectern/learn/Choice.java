package dev.lectern.learn;

import java.util.Optional;

/** Chooses the arithmetic: registers where Java can, plain loops elsewhere. The results are the same. */
final class Choice {
    private static final String MODULE = "jdk.incubator.vector";

    private Choice() {}

    static Arithmetic fastest() {
        // Registers are objects until the second compiler takes them away; without it they are far slower than plain
        // loops.
        String compilers = System.getProperty("java.vm.info", "");
        boolean quick = compilers.contains("emulated-client") || compilers.contains("interpreted");
        return quick ? new ScalarArithmetic() : vector().orElseGet(ScalarArithmetic::new);
    }

    /** Empty where Java was started without the module, or the class was left out of the build. */
    static Optional<Arithmetic> vector() {
        if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
            return Optional.empty();
        }
        try {
            Class<?> found = Class.forName("dev.lectern.learn.VectorArithmetic");
            return Optional.of((Arithmetic) found.getDeclaredConstructor().newInstance());
        } catch (ReflectiveOperationException | LinkageError e) {
            return Optional.empty();
        }
    }
}
