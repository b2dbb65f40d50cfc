package dev.lectern.text;

import java.util.ServiceLoader;
import java.util.function.UnaryOperator;

/** Says in another language what the core says in English: reasons, problems. A service; without one such sentences stay English. */
public interface Phrasing {
    /** The language that it speaks: {@code zh}. */
    String language();

    /** @return the sentence as it is where there is no translation */
    String translate(String english);

    /** What says a sentence to a reader of this language. */
    static UnaryOperator<String> into(String language) {
        String code = Messages.supported(language);
        return ServiceLoader.load(Phrasing.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(phrasing -> phrasing.language().equals(code))
                .findFirst()
                .<UnaryOperator<String>>map(phrasing -> phrasing::translate)
                .orElse(UnaryOperator.identity());
    }
}
