package dev.lectern.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.sample.Evidence;
import dev.lectern.sample.Sample;
import dev.lectern.sample.Turn;
import dev.lectern.text.Chance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of any samples. */
class ExportLawsTest {
    private static final Splits THREE = Splits.parse("train=0.8,validation=0.1,test=0.1");

    @Provide
    Arbitrary<List<Turn>> conversations() {
        Arbitrary<String> said = Arbitraries.strings()
                .withChars(
                        'a', 'Z', ' ', '\n', '\t', '"', '\\', '<', '/', '{', '0', '\u2028', '\u0085', '\uFEFF', '中',
                        '，', 'é')
                .ofMinLength(1)
                .ofMaxLength(30);
        Arbitrary<List<Turn>> pairs = Combinators.combine(said, said)
                .as((asked, answered) -> List.of(Turn.user(asked), Turn.assistant(answered)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(list -> list.stream().flatMap(List::stream).toList());
        return Combinators.combine(said.optional(), pairs).as((system, turns) -> {
            List<Turn> all = new ArrayList<>(turns);
            system.ifPresent(s -> all.addFirst(new Turn("system", s)));
            return all;
        });
    }

    @Property(tries = 300, seed = "42")
    void whatIsWrittenReadsBackAsTheSameConversation(@ForAll("conversations") List<Turn> turns) throws IOException {
        Sample sample = Some.PLAIN.getFirst().withMessages(turns);
        List<Format> formats = new ArrayList<>(Formats.all().values());
        // Pairs of answers are no conversation.
        formats.removeIf(format -> format.name().equals("dpo"));
        for (Format format : formats) {
            if (format.row(sample, Format.Shape.PLAIN) instanceof Format.Row.Written row) {
                String line = Line.of(row.json());
                assertThat(line.lines()).hasSize(1);
                assertThat(format.read(Some.json(line))).as(format.name()).isEqualTo(turns);
            } else {
                throw new AssertionError(format.name() + " left it out");
            }
        }
    }

    @Property(tries = 200, seed = "42")
    void noDocumentStandsInTwoSplitsAndSharesMissByOneGroupAtMost(@ForAll Random random) {
        List<Sample> samples = corpus(random, 30 + random.nextInt(60));
        Groups groups = new Groups(Evidence::document);
        samples.forEach(groups::add);
        Assignment assignment = new Assignment(groups.rows(), THREE, new Chance(7, "split"));
        Map<String, Set<String>> splitsOfDocument = new HashMap<>();
        for (Sample sample : samples) {
            String split = assignment.splitOf(groups.of(sample));
            sample.evidence()
                    .forEach(e -> splitsOfDocument
                            .computeIfAbsent(e.document(), d -> new HashSet<>())
                            .add(split));
        }
        assertThat(splitsOfDocument.values()).allMatch(splits -> splits.size() == 1);
        long largest = Collections.max(groups.rows().values());
        THREE.shares()
                .forEach((split, share) -> assertThat((double) assignment.rows(split))
                        .isBetween(share * samples.size() - largest, share * samples.size() + largest));
        assertThat(THREE.shares().keySet().stream().mapToLong(assignment::rows).sum())
                .isEqualTo(samples.size());
    }

    @Property(tries = 60, seed = "42")
    void theOrderOfSamplesChangesNoSplit(@ForAll Random random) {
        List<Sample> samples = corpus(random, 40);
        Map<String, String> before = splits(samples);
        List<Sample> shuffled = new ArrayList<>(samples);
        Collections.shuffle(shuffled, random);
        assertThat(splits(shuffled)).isEqualTo(before);
    }

    @Property(tries = 40, seed = "42")
    void theSameInstructionNeverStandsInTwoSplits(@ForAll Random random) {
        List<Sample> samples = new ArrayList<>(corpus(random, 40));
        samples.add(Some.row("copy-a", "s", "qa", "en", "Where is THE key, please?", "There."));
        samples.add(Some.row("copy-b", "s", "qa", "en", "where is the key please", "Under the mat."));
        Map<String, String> splits = splits(samples);
        assertThat(splits.get(samples.get(40).id()))
                .isEqualTo(splits.get(samples.get(41).id()));
    }

    private static Map<String, String> splits(List<Sample> samples) {
        Groups groups = new Groups(Evidence::document);
        samples.forEach(groups::add);
        Assignment assignment = new Assignment(groups.rows(), THREE, new Chance(7, "split"));
        Map<String, String> splits = new TreeMap<>();
        samples.forEach(s -> splits.put(s.id(), assignment.splitOf(groups.of(s))));
        return splits;
    }

    /** Documents of very different sizes; now and then a sample that rests on two of them. */
    private static List<Sample> corpus(Random random, int rows) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            int document = (int) (Math.pow(random.nextDouble(), 2) * 20);
            Sample one = Some.row("d" + document, "s" + random.nextInt(3), "qa", "en", "question " + i, "answer " + i);
            if (random.nextInt(25) == 0) {
                List<Evidence> two = new ArrayList<>(one.evidence());
                two.addAll(Some.row("d" + random.nextInt(20), "s", "qa", "en", "q", "a")
                        .evidence());
                one = one.withEvidence(two);
            }
            samples.add(one);
        }
        return samples;
    }

    @Property(tries = 20, seed = "42")
    void oneDocumentIsSplitBySectionAndThatIsSaid(@ForAll Random random) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            samples.add(Some.row("only", "s" + random.nextInt(40), "qa", "en", "question " + i, "answer " + i));
        }
        try {
            Path folder = Files.createTempDirectory("export");
            Exporter.Result result = new Exporter(
                            Formats.named(List.of("openai")),
                            THREE,
                            new Chance(7, "split"),
                            Evidence::passage,
                            Reasoning.DROP)
                    .write(samples::stream, folder);
            assertThat(result.notes()).extracting(Note::key).containsExactly("split-by-section");
            assertThat(result.outputs()).extracting(Output::split).containsExactly("train", "validation", "test");
            assertThat(result.outputs().get(1).rows()).isBetween(12L, 28L);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
