package dev.lectern.app.cli;

import dev.lectern.app.cli.Diagnosis.Level;
import dev.lectern.app.words.Columns;
import dev.lectern.app.words.Words;
import dev.lectern.model.ModelProvider;
import dev.lectern.model.ModelSettings;
import dev.lectern.model.ReplyStoreProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** Looks at everything a build needs and says what works, what doesn't, and the exact fix. Never shows a key. */
final class DoctorCommand implements Command {
    private static final long GIB = 1L << 30;
    private static final List<String> KEYS = ServiceLoader.load(ModelProvider.class).stream()
            .flatMap(provider -> provider.get().presets().stream())
            .flatMap(preset -> preset.keyVariables().stream())
            .distinct()
            .toList();

    private final Settings settings;
    private final Speaker speaker;
    private final Words words;
    private final List<Diagnosis> findings = new ArrayList<>();

    DoctorCommand(Settings settings, Speaker speaker) {
        this.settings = settings;
        this.speaker = speaker;
        this.words = speaker.words();
    }

    @Override
    public int run() {
        Roles roles = Roles.of(settings);
        ModelSettings models = roles.settings(speaker.shell().environment());
        String output = settings.text(Option.OUTPUT).orElse("out");
        settings.problems().raise();

        java();
        encodings();
        disk(speaker.shell().folder().resolve(output));
        replies();
        keys(models);
        models(roles, models);

        int nameWidth = findings.stream()
                        .mapToInt(finding -> Columns.width(finding.name()))
                        .max()
                        .orElse(0)
                + 2;
        findings.forEach(finding -> show(finding, nameWidth));
        boolean well = findings.stream().noneMatch(finding -> finding.level() == Level.BAD);
        speaker.print();
        speaker.print(words.say(well ? "doctor.well" : "doctor.unwell"));
        int status = well ? Status.DONE : Status.WRONG;
        speaker.printJson(Map.of("exit", status, "findings", findings));
        return status;
    }

    private void show(Diagnosis finding, int nameWidth) {
        String mark = switch (finding.level()) {
            case GOOD -> speaker.paint(Speaker.Paint.GREEN, words.say("doctor.good"));
            case NOTE -> words.say("doctor.note");
            case BAD -> speaker.paint(Speaker.Paint.RED, words.say("doctor.bad"));
        };
        int markWidth = List.of("doctor.good", "doctor.note", "doctor.bad").stream()
                .mapToInt(key -> Columns.width(words.say(key)))
                .max()
                .orElse(0);
        String plain = words.say("doctor." + finding.level().name().toLowerCase(Locale.ROOT));
        speaker.print(mark
                + " ".repeat(markWidth - Columns.width(plain) + 2)
                + Columns.pad(finding.name(), nameWidth)
                + finding.text());
        if (!finding.fix().isEmpty()) {
            speaker.print(" ".repeat(markWidth + 2 + nameWidth) + finding.fix());
        }
    }

    private void java() {
        String text = words.say(
                "doctor.java",
                System.getProperty("java.version"),
                System.getProperty("java.vendor"),
                System.getProperty("java.home"));
        findings.add(new Diagnosis(Level.GOOD, "Java", text, ""));
        long heap = Runtime.getRuntime().maxMemory();
        boolean enough = heap >= GIB / 2 - GIB / 32;
        findings.add(new Diagnosis(
                enough ? Level.GOOD : Level.BAD,
                words.say("doctor.memory"),
                words.say("doctor.memory.text", heap >> 20, Runtime.getRuntime().availableProcessors()),
                enough ? "" : words.say("doctor.memory.fix")));
    }

    private void encodings() {
        String names = System.getProperty("sun.jnu.encoding", "");
        boolean ascii = names.equals("ANSI_X3.4-1968") || names.equals("US-ASCII");
        findings.add(new Diagnosis(
                ascii ? Level.BAD : Level.GOOD,
                words.say("doctor.encoding"),
                words.say("doctor.encoding.text", names, speaker.shell().out().charset()),
                ascii ? words.say("doctor.encoding.fix") : ""));
    }

    private void disk(Path output) {
        Path there = output;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        String name = words.say("doctor.disk");
        try {
            long free = Files.getFileStore(there).getUsableSpace();
            if (!Files.isWritable(there)) {
                findings.add(new Diagnosis(
                        Level.BAD,
                        name,
                        words.say("doctor.disk.readonly", there),
                        words.say("doctor.disk.readonly.fix")));
            } else {
                boolean enough = free >= GIB;
                findings.add(new Diagnosis(
                        enough ? Level.GOOD : Level.BAD,
                        name,
                        words.say("doctor.disk.text", free >> 20, there),
                        enough ? "" : words.say("doctor.disk.fix")));
            }
        } catch (IOException e) {
            findings.add(new Diagnosis(Level.BAD, name, words.say("doctor.disk.unknown", there, e), ""));
        }
    }

    private void replies() {
        String name = words.say("doctor.replies");
        Path file = Path.of("");
        try {
            file = Files.createTempDirectory("lectern-doctor").resolve("replies.db");
            for (ReplyStoreProvider provider : ServiceLoader.load(ReplyStoreProvider.class)) {
                provider.open(file).close();
            }
            findings.add(new Diagnosis(Level.GOOD, name, words.say("doctor.replies.text"), ""));
        } catch (IOException | RuntimeException | LinkageError e) {
            findings.add(new Diagnosis(
                    Level.BAD, name, words.say("doctor.replies.bad", e), words.say("doctor.replies.fix")));
        } finally {
            remove(file);
        }
    }

    private static void remove(Path file) {
        if (file.getParent() == null) {
            return;
        }
        try (var files = Files.list(file.getParent())) {
            for (Path each : files.toList()) {
                Files.deleteIfExists(each);
            }
            Files.deleteIfExists(file.getParent());
        } catch (IOException e) {
            file.getParent().toFile().deleteOnExit();
        }
    }

    /** Customary variables, and those that the project's own models name. */
    private void keys(ModelSettings models) {
        Stream<String> own = models.setups().values().stream()
                .flatMap(setup -> setup.endpoints().stream())
                .flatMap(endpoint -> endpoint.keyVariable().stream());
        List<String> set = Stream.concat(KEYS.stream(), own)
                .distinct()
                .filter(name ->
                        !speaker.shell().environment().getOrDefault(name, "").isBlank())
                .toList();
        String text =
                set.isEmpty() ? words.say("doctor.keys.none") : words.say("doctor.keys.text", String.join(", ", set));
        findings.add(new Diagnosis(set.isEmpty() ? Level.NOTE : Level.GOOD, words.say("doctor.keys"), text, ""));
    }

    private void models(Roles roles, ModelSettings modelSettings) {
        if (roles.specs().isEmpty() && modelSettings.setups().isEmpty()) {
            findings.add(new Diagnosis(
                    Level.NOTE,
                    words.say("doctor.models"),
                    words.say("doctor.models.none"),
                    words.say("doctor.models.none.fix")));
            return;
        }
        findings.addAll(new ModelDoctor(modelSettings, words).look(roles.specs()));
        findings.add(new Diagnosis(Level.NOTE, words.say("doctor.models"), words.say("doctor.models.recorded"), ""));
    }
}
