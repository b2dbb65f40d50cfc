package dev.lectern.model.price;

import dev.lectern.model.ChatMessage;
import dev.lectern.model.ChatReply;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.Cost;
import dev.lectern.model.Parameters;
import dev.lectern.model.Thinking;
import dev.lectern.model.TokenCounter;
import dev.lectern.model.Usage;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** What calls of one model cost over one way to it, before they are made and after. Safe for many threads. */
public final class Tariff {
    /** Output reckoned with before any answer was seen: longer than almost all answers of the recipes that ship. */
    private static final long UNSEEN_OUTPUT = 4_000;

    /** What a model may think at most where the user asks it to and says no more; providers that take a figure get this one. */
    private static final int USUAL_THOUGHT = 4_096;

    private final Optional<Price> price;
    private final TokenCounter counter;
    private final boolean batch;
    private final AtomicLong longestOutput = new AtomicLong();

    /**
     * @param price empty where nobody knows it
     * @param batch whether calls go through the batch interface
     */
    public Tariff(Optional<Price> price, TokenCounter counter, boolean batch) {
        this.price = price;
        this.counter = counter;
        this.batch = batch;
    }

    public Optional<Price> price() {
        return price;
    }

    /** What counts tokens where the provider does not say. */
    public TokenCounter counter() {
        return counter;
    }

    /** What the tokens cost; nothing for no tokens, whether the price is known or not. */
    public Cost of(Usage usage) {
        if (usage.total() == 0) {
            return Cost.NOTHING;
        }
        longestOutput.accumulateAndGet(usage.output(), Math::max);
        return price.map(known -> known.of(usage, batch)).orElse(Cost.UNKNOWN);
    }

    /** What so many tokens would cost; nothing is learnt from it. */
    public Cost estimate(Usage usage) {
        return usage.total() == 0
                ? Cost.NOTHING
                : price.map(known -> known.of(usage, batch)).orElse(Cost.UNKNOWN);
    }

    /** The tokens of a call whose provider did not say, as our counter counts them. */
    public Usage counted(ChatRequest request, ChatReply reply) {
        long input = counter.count(request);
        long output = counter.count(reply.text()) + counter.count(reply.reasoning());
        return new Usage(input, output, 0, input + output);
    }

    /**
     * What a call may cost, reckoned high: it is set aside while the call is on its way. Output is the request's own limit; without
     * one, half more than the longest answer so far.
     */
    public Cost most(ChatRequest request) {
        long input = 0;
        for (ChatMessage message : request.messages()) {
            input += 8 + tokensAtMost(message.content());
        }
        long longest = longestOutput.get();
        long guess = longest == 0 ? UNSEEN_OUTPUT : longest + longest / 2 + 50;
        long output = Parameters.maxTokens(request.parameters())
                .map(limit -> Math.max(limit, longest))
                .orElse(guess);
        long thought = Thinking.of(request.parameters())
                .filter(Thinking::on)
                .map(thinking -> (long) thinking.budget().orElse(USUAL_THOUGHT))
                .orElse(0L);
        Usage most = new Usage(input, output + thought, 0);
        return price.map(known -> known.of(most, batch)).orElse(Cost.UNKNOWN);
    }

    /** Quickly, without a tokenizer: no common one makes more tokens of a text than this. */
    private static long tokensAtMost(String text) {
        long ascii = text.chars().filter(c -> c < 128).count();
        return ascii / 2 + 2 * (text.length() - ascii);
    }
}
