package dev.lectern.model.price;

import dev.lectern.check.ProblemsException;
import dev.lectern.model.ModelSetup;
import dev.lectern.model.TokenCounter;
import dev.lectern.text.Tokens;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;

/** Which tokenizer counts for which model. */
public final class TokenCounters {
    private static final Pattern O200K = Pattern.compile("(.*/)?(gpt-4o|gpt-4\\.|gpt-5|chatgpt-|o\\d|gpt-oss).*");
    private static final Pattern CL100K = Pattern.compile("(.*/)?(gpt-4|gpt-3\\.5|text-embedding-).*");

    private TokenCounters() {}

    /**
     * The counter that the setup names, else OpenAI's own for its models, else the newer of these as the nearest there is.
     *
     * @param where the setting that named the model
     * @throws ProblemsException if the setup names a tokenizer that can't be opened
     */
    public static TokenCounter of(ModelSetup setup, String model, String where) {
        return setup.tokenizer().map(file -> TokenizerFile.open(file, where)).orElseGet(() -> {
            if (O200K.matcher(model).matches()) {
                return new Counted("o200k_base", Tokens::count);
            } else if (CL100K.matcher(model).matches()) {
                return new Counted("cl100k_base", Tokens::countOlder);
            }
            return new Counted("o200k_base, which is not the model's own", Tokens::count);
        });
    }

    private record Counted(String name, ToIntFunction<String> counter) implements TokenCounter {
        @Override
        public long count(String text) {
            return counter.applyAsInt(text);
        }
    }
}
