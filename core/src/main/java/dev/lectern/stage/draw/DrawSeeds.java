package dev.lectern.stage.draw;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lectern.sample.Lineage;
import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import dev.lectern.sample.Turn;
import dev.lectern.seed.Seed;
import dev.lectern.stage.Draw;
import dev.lectern.stage.Tools;
import dev.lectern.stage.Trait;
import dev.lectern.stage.Use;
import dev.lectern.text.Hash;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Draws groups of seeds for a model to write more like them, those first that were drawn least, and each group in one language. The
 * examples stand in {@code extra.examples}. Ends when two rounds on end brought no row.
 *
 * @param perDraw seeds of a group
 * @param draws groups of a round, but no more than it takes to draw every seed once; 0 = just as many
 * @param accepted how many accepted questions of earlier rounds stand in a group besides
 * @param seedsToo whether the seeds themselves are questions to be answered, in the round that first draws them
 */
public record DrawSeeds(int perDraw, int draws, int accepted, boolean seedsToo) implements Draw<SeedPool> {
    private static final int MOST_DRY_ROUNDS = 2;

    /** 6 of people and 2 of a model: Self-Instruct, sec. 2.2. */
    public DrawSeeds() {
        this(6, 0, 2, true);
    }

    public DrawSeeds {
        if (perDraw < 1 || draws < 0 || accepted < 0) {
            throw new IllegalArgumentException("per-draw must be 1 or more, draws and accepted 0 or more");
        }
    }

    @Override
    public Set<Trait> adds() {
        return Set.of(Trait.EXAMPLES);
    }

    @Override
    public Set<Use> uses() {
        return Set.of(new Use.Seeds());
    }

    @Override
    public SeedPool open(Tools tools) {
        return new SeedPool(tools.supplies().seeds().seeds(), tools.chance());
    }

    @Override
    public Stream<Sample> draw(SeedPool pool, int round, Tools tools) {
        if (pool.dryRounds() >= MOST_DRY_ROUNDS) {
            return Stream.empty();
        }
        List<Sample> samples = new ArrayList<>();
        int all = pool.groups(perDraw);
        int groups = draws > 0 ? Math.min(draws, all) : all;
        for (int i = 0; i < groups; i++) {
            SeedPool.Group group = pool.draw(perDraw, accepted);
            samples.add(group(group, tools));
            if (seedsToo) {
                // What a person answered is not asked again.
                group.fresh().stream()
                        .filter(seed -> seed.answer().isEmpty())
                        .map(seed -> asked(seed, tools))
                        .forEach(samples::add);
            }
        }
        return samples.stream();
    }

    /** The same in rounds that are small beside the rows that are wanted, so that little more is asked than needed. */
    public DrawSeeds forRows(int rows) {
        int few = Math.clamp((rows + 2L * perDraw - 1) / (2L * perDraw), 1, 64);
        return new DrawSeeds(perDraw, few, accepted, seedsToo);
    }

    @Override
    public boolean learns() {
        return true;
    }

    /** Accepted questions join the pool; what people asked is in it already. */
    @Override
    public void learn(SeedPool pool, List<Outcome> round, Tools tools) {
        pool.learn(round.stream()
                .filter(Outcome.Kept.class::isInstance)
                .map(Outcome::sample)
                .toList());
    }

    private static Sample asked(Seed seed, Tools tools) {
        Lineage lineage = Lineage.of(tools.recipe()).withSeed(seed.id());
        Sample asked = Sample.seedling(Hash.id("seed", seed.id()), seed.language(), List.of(), lineage)
                .child(
                        Hash.id("asked", seed.id()),
                        List.of(Turn.user(seed.question())),
                        seed.task().orElse("qa"));
        return seed.human() ? asked.withTag(Seed.HUMAN, Seed.HUMAN_QUESTION) : asked;
    }

    private static Sample group(SeedPool.Group group, Tools tools) {
        ArrayNode examples = JsonNodeFactory.instance.arrayNode();
        group.questions().forEach(examples::add);
        String id = Hash.id("seeds", String.join("\n", group.questions()), Integer.toString(group.time()));
        Sample drawn = Sample.seedling(id, group.language(), List.of(), Lineage.of(tools.recipe()))
                .withExtra("examples", examples);
        return group.time() == 0 ? drawn : drawn.withExtra("time", IntNode.valueOf(group.time()));
    }
}
