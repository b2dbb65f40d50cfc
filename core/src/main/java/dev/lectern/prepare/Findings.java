package dev.lectern.prepare;

import dev.lectern.corpus.Chunker;
import dev.lectern.corpus.GrowingCorpus;
import dev.lectern.ingest.Ingest;
import dev.lectern.ingest.ReadOptions;
import dev.lectern.model.ReplyStore;
import dev.lectern.options.BuildOptions;
import dev.lectern.options.Provisions;
import dev.lectern.recipe.Recipe;
import dev.lectern.redact.Redactor;
import dev.lectern.stage.Supplies;
import dev.lectern.stage.Use;
import dev.lectern.web.DiscreetWeb;
import dev.lectern.web.KeptWeb;
import dev.lectern.web.Web;
import dev.lectern.web.WebTally;
import java.time.Clock;
import java.util.Optional;

/**
 * What a run finds on its way, and the way there.
 *
 * @param known all that was read, with the corpus that grows
 * @param web what it had to do with the web
 */
public record Findings(GrowingCorpus corpus, Ingest.Result known, Supplies supplies, Optional<WebTally> web) {
    /**
     * What a run finds by this recipe.
     *
     * @param allowed takes a call from the budget, or throws
     * @return empty for a recipe that finds nothing but what it reads
     */
    public static Optional<Findings> of(
            Recipe recipe,
            BuildOptions options,
            Supplies given,
            Ingest.Result read,
            ReplyStore store,
            Runnable allowed) {
        if (!recipe.uses(new Use.Web())) {
            return Optional.empty();
        }
        GrowingCorpus corpus = corpus(given, read);
        Ingest.Result known = new Ingest.Result(corpus, read.report());
        Optional<KeptWeb> web = Provisions.provider()
                .map(provider -> new KeptWeb(
                        new Provisions(options).engine(),
                        provider,
                        provider.pages(options.calls().environment()),
                        store,
                        corpus,
                        Clock.systemUTC(),
                        allowed));
        Supplies supplies =
                web.map(way -> given.withWeb(discreet(way, options))).orElse(given);
        return Optional.of(new Findings(corpus, known, supplies, web.map(KeptWeb::tally)));
    }

    private static Web discreet(Web web, BuildOptions options) {
        return options.calls()
                .redaction()
                .<Web>map(how -> new DiscreetWeb(web, new Redactor(how)))
                .orElse(web);
    }

    /** What was read, and what the facts say of themselves. */
    public static GrowingCorpus corpus(Supplies given, Ingest.Result read) {
        GrowingCorpus corpus = new GrowingCorpus(read.corpus(), new Chunker(ReadOptions.DEFAULT.passageTokens()));
        given.facts().documents(read.corpus()).forEach(corpus::add);
        return corpus;
    }
}
