package dev.lectern.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.model.Quirk;
import dev.lectern.testkit.http.LoopServer;
import dev.lectern.text.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A model behind a provider's interface on this machine's own address, for tests: answers by rule, breaks by seed, and counts. Runs in
 * the test's process or, by {@link #main}, in one of its own, where {@code GET /counts} tells what it counted.
 */
public final class ModelServer implements AutoCloseable {
    private final Tally tally = new Tally();
    private final Desk desk;
    private final LoopServer http;
    private volatile Consumer<String> ear = request -> {};

    /**
     * How the server behaves.
     *
     * @param port 0 for any that is free
     * @param keys one of which a request must bring; none takes all
     * @param models names it knows; a name with a dash and more behind it counts as known too
     */
    public record Settings(
            int port,
            List<String> keys,
            List<String> models,
            Pace pace,
            Doors doors,
            Habits habits,
            Rules rules,
            Faults faults,
            Batching batching) {
        public Settings {
            keys = List.copyOf(keys);
            models = List.copyOf(models);
        }

        public static Settings sensible() {
            return new Settings(
                    0,
                    List.of(),
                    List.of("test-model", "test"),
                    Pace.AT_ONCE,
                    Doors.OPEN,
                    Habits.CUSTOMARY,
                    Rules.sensible(),
                    Faults.NONE,
                    Batching.SWIFT);
        }

        /**
         * Settings as JSON; whatever is left out, at any depth, is as in {@link #sensible}.
         *
         * @throws IllegalArgumentException if it names something that is no setting
         */
        static Settings read(String json) {
            ObjectNode settings = Json.mapper().valueToTree(sensible());
            lay(Json.read(json, ObjectNode.class), settings, "");
            return Json.mapper().convertValue(settings, Settings.class);
        }

        private static void lay(ObjectNode some, ObjectNode all, String at) {
            some.properties().forEach(field -> {
                String name = field.getKey();
                JsonNode was = all.path(name);
                if (was.isMissingNode()) {
                    List<String> known = new ArrayList<>();
                    all.fieldNames().forEachRemaining(known::add);
                    throw new IllegalArgumentException("there is no setting '" + at + name + "'; known: " + known);
                } else if (was instanceof ObjectNode parts
                        && !parts.isEmpty()
                        && field.getValue() instanceof ObjectNode o) {
                    lay(o, parts, at + name + ".");
                } else {
                    all.set(name, field.getValue());
                }
            });
        }

        public Settings withPort(int newPort) {
            return new Settings(newPort, keys, models, pace, doors, habits, rules, faults, batching);
        }

        public Settings withKey(String key) {
            return withKeys(key);
        }

        public Settings withKeys(String... newKeys) {
            return new Settings(port, List.of(newKeys), models, pace, doors, habits, rules, faults, batching);
        }

        public Settings withModels(String... names) {
            return new Settings(port, keys, List.of(names), pace, doors, habits, rules, faults, batching);
        }

        public Settings withDelay(int millis) {
            return with(new Pace(millis, pace.spread(), pace.capacity()));
        }

        /** Replies take up to this share of the delay more or less. */
        public Settings withSpread(double share) {
            return with(new Pace(pace.delayMillis(), share, pace.capacity()));
        }

        /** With more than so many in flight, all take longer. */
        public Settings withCapacity(int requests) {
            return with(new Pace(pace.delayMillis(), pace.spread(), requests));
        }

        public Settings withMostInFlight(int requests) {
            return with(new Doors(requests, doors.perMinute(), doors.minuteMillis(), doors.retryAfter()));
        }

        public Settings withRequestsPerMinute(int requests, int minuteMillis) {
            return with(new Doors(doors.inFlight(), requests, minuteMillis, doors.retryAfter()));
        }

        /** Refusals say when to come again. */
        public Settings withRetryAfter() {
            return with(new Doors(doors.inFlight(), doors.perMinute(), doors.minuteMillis(), true));
        }

        public Settings withForms(String... forms) {
            return with(new Habits(
                    List.of(forms),
                    habits.quirks(),
                    habits.usage(),
                    habits.reasoning(),
                    habits.limitHeaders(),
                    habits.idleCutMillis()));
        }

        public Settings withQuirks(Quirk... quirks) {
            return with(new Habits(
                    habits.forms(),
                    Set.of(quirks),
                    habits.usage(),
                    habits.reasoning(),
                    habits.limitHeaders(),
                    habits.idleCutMillis()));
        }

        public Settings withUsage(Habits.Usage usage) {
            return with(new Habits(
                    habits.forms(),
                    habits.quirks(),
                    usage,
                    habits.reasoning(),
                    habits.limitHeaders(),
                    habits.idleCutMillis()));
        }

        public Settings withReasoning(Habits.Reasoning reasoning) {
            return with(new Habits(
                    habits.forms(),
                    habits.quirks(),
                    habits.usage(),
                    reasoning,
                    habits.limitHeaders(),
                    habits.idleCutMillis()));
        }

        public Settings withLimitHeaders() {
            return with(new Habits(
                    habits.forms(), habits.quirks(), habits.usage(), habits.reasoning(), true, habits.idleCutMillis()));
        }

        /** A proxy stands before the server that cuts connections on which nothing comes for so long. */
        public Settings withIdleCut(int millis) {
            return with(new Habits(
                    habits.forms(),
                    habits.quirks(),
                    habits.usage(),
                    habits.reasoning(),
                    habits.limitHeaders(),
                    millis));
        }

        public Settings withRules(Rules newRules) {
            return new Settings(port, keys, models, pace, doors, habits, newRules, faults, batching);
        }

        public Settings withFaults(Faults newFaults) {
            return new Settings(port, keys, models, pace, doors, habits, rules, newFaults, batching);
        }

        public Settings withBatching(Batching newBatching) {
            return new Settings(port, keys, models, pace, doors, habits, rules, faults, newBatching);
        }

        private Settings with(Pace newPace) {
            return new Settings(port, keys, models, newPace, doors, habits, rules, faults, batching);
        }

        private Settings with(Doors newDoors) {
            return new Settings(port, keys, models, pace, newDoors, habits, rules, faults, batching);
        }

        private Settings with(Habits newHabits) {
            return new Settings(port, keys, models, pace, doors, newHabits, rules, faults, batching);
        }
    }

    private ModelServer(Settings settings) {
        desk = new Desk(settings, tally);
        http = LoopServer.start(settings.port(), (request, exchange) -> {
            ear.accept(request.target() + "\n" + request.text());
            desk.handle(request, exchange);
        });
    }

    public static ModelServer start(Settings settings) {
        return new ModelServer(settings);
    }

    /**
     * Serves until the process ends.
     *
     * @param args {@code Settings} as JSON; what is left out is as in {@link Settings#sensible}
     */
    public static void main(String[] args) throws InterruptedException {
        Settings settings = Settings.read(args.length == 1 ? args[0] : "{}");
        if (settings.port == 0) {
            throw new IllegalArgumentException("name a port, such as {\"port\":8089}: of any other nobody would know");
        }
        ModelServer server = start(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        Thread.currentThread().join();
    }

    public String baseUrl() {
        return "http://127.0.0.1:" + http.port() + "/v1";
    }

    public Counts counts() {
        return tally.counts();
    }

    /** Lets somebody read every request from now on, its target and its body, before it is answered. Called by the server's one thread. */
    public void heardBy(Consumer<String> listener) {
        ear = listener;
    }

    /** From so many answers on, replies are held back until {@link #release}: to look at what is in flight. */
    public void holdAfter(int answers) {
        http.execute(() -> desk.holdAfter(answers));
    }

    /** Lets all replies go that were held back. */
    public void release() {
        http.execute(desk::release);
    }

    @Override
    public void close() {
        http.close();
    }
}
