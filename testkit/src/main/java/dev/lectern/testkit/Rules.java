package dev.lectern.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.model.ChatMessage;
import dev.lectern.prompt.Fenced;
import dev.lectern.testkit.rule.JudgeRule;
import dev.lectern.testkit.rule.KindRule;
import dev.lectern.testkit.rule.TurnedRule;
import dev.lectern.text.Hash;
import dev.lectern.text.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A model's mind, by rule: reads the passages out of the prompt and replies with sensible JSON and literal quotes. A function of the
 * messages and the seed. {@code slips} is the share of replies with a mistake that real models make: a wrong quote, an invented number, "according to
 * the passage", no answer.
 *
 * @param spoilt for a kind of task the share of its answers that are such as the kind's check must not let through; for {@link #OFF_SCALE}
 *     the share of ratings that are 11 out of 5, for {@link #OFF_SCALE_ONCE} of those that are so until the model is shown what is wrong
 */
public record Rules(long seed, double slips, Map<String, Double> spoilt) {
    public static final String OFF_SCALE = "off-scale";
    public static final String OFF_SCALE_ONCE = "off-scale-once";

    /** Characters of the echo: some 150 tokens. */
    private static final int ECHO = 600;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern WANTED = Pattern.compile("\"([\\w-]+)\"(?:, |，最多 )(\\d+)");
    private static final Pattern KIND = Pattern.compile("(?m)^\"([\\w-]+)\"[:：]");
    /** A goal is kept to by the word that it has in quotation marks: what a passage without it is asked for lies outside. */
    private static final Pattern GOAL =
            Pattern.compile("(?m)^(?:The dataset is for this: |这个数据集的目标：).*?[“\"](.+?)[”\"]");

    private static final Pattern GIVEN =
            Pattern.compile("(?m)^(?:Several answers to this instruction were given before|此前已有几个对这条指令的回答)");
    private static final Pattern WORDS_OF_A_SENTENCE = Pattern.compile("[“\"](.+?)[”\"]", Pattern.DOTALL);

    public Rules {
        spoilt = Map.copyOf(spoilt);
    }

    public Rules(long seed, double slips) {
        this(seed, slips, Map.of());
    }

    /** Without a slip. */
    public static Rules sensible() {
        return new Rules(1, 0);
    }

    /** What the model says to these messages. */
    public String reply(List<ChatMessage> messages) {
        return reply(messages, Optional.empty());
    }

    /** The same where the reply should fit a schema. A request to mend a reply is answered as the one before it should have been. */
    public String reply(List<ChatMessage> messages, Optional<JsonNode> schema) {
        String system = messages.getFirst().content();
        String user = task(messages);
        if (system.contains("two instructions ask for the same") || system.contains("两条指令的要求是否相同")) {
            return "{\"supported\":true,\"unsupported\":[],\"reason\":\"\"}";
        } else if (system.contains("\"instructions\"")) {
            return Json.line(ask(user));
        } else if (system.contains("belongs in a dataset") || system.contains("是否属于某个")) {
            boolean outside = outsideTheGoal(user, PassageReader.fenced(user));
            return "{\"supported\":" + !outside + ",\"unsupported\":[],\"reason\":\"what it is about\"}";
        } else if (JudgeRule.asked(system)) {
            String judged = JudgeRule.reply(system, user, PassageReader.fenced(user));
            return offScale(messages, user) ? JudgeRule.elevenOutOfFive(judged) : judged;
        } else if (FollowUpRule.asked(system)) {
            return Json.line(FollowUpRule.reply(PassageReader.fenced(user)));
        } else if (system.contains("\"pairs\"")) {
            return Json.line(pairs(user));
        } else if (system.contains("\"response\"") || system.contains("\"turns\"")) {
            return Json.line(new Shapes(spoilt.keySet()).dress(system, user, answer(user)));
        } else if (user.contains("\"ready\"")) {
            return "{\"ready\":true}";
        }
        Optional<ObjectNode> searching = SearchRules.reply(system, user);
        if (searching.isPresent()) {
            return Json.line(searching.get());
        }
        String echo = "You said: " + user.substring(0, Math.min(ECHO, user.length()));
        return schema.map(wanted -> Json.line(SchemaFiller.fill(wanted, echo))).orElse(echo);
    }

    private boolean offScale(List<ChatMessage> messages, String user) {
        boolean shown = messages.stream().anyMatch(message -> message.role().equals("assistant"));
        double chance = chance("off-scale", user);
        double always = Optional.ofNullable(spoilt.get(OFF_SCALE)).orElse(0.0);
        double once = Optional.ofNullable(spoilt.get(OFF_SCALE_ONCE)).orElse(0.0);
        return chance < always || (!shown && chance < always + once);
    }

    /** What the user said last before the model replied, or last of all if it hasn't. */
    private static String task(List<ChatMessage> messages) {
        String task = messages.getFirst().content();
        for (ChatMessage message : messages) {
            if (message.role().equals("assistant")) {
                break;
            }
            task = message.content();
        }
        return task;
    }

    private ObjectNode ask(String user) {
        ObjectNode reply = JSON.objectNode();
        ArrayNode instructions = reply.putArray("instructions");
        List<String> passages = PassageReader.fenced(user);
        List<String> sentences = passages.isEmpty() ? List.of() : PassageReader.sentences(passages.getFirst());
        Optional<String> way = TurnedRule.way(user);
        if (way.isPresent()) {
            List<List<String>> begins = passages.stream()
                    .map(PassageReader::sentences)
                    .filter(said -> !said.isEmpty())
                    .map(said -> List.of(begin(said.getFirst()), begin(said.getLast())))
                    .toList();
            return TurnedRule.reply(
                    way.get(), passages.getLast(), begins, PassageReader.isChinese(passages.getFirst()));
        } else if (outsideTheGoal(user, passages)) {
            return reply;
        }
        int next = 0;
        for (Map.Entry<String, Integer> task : wanted(user).entrySet()) {
            for (int i = 0; i < task.getValue() && next < sentences.size(); i++) {
                String sentence = sentences.get(next++);
                String instruction = KindRule.of(task.getKey())
                        .map(rule -> rule.instruction(sentence, begin(sentence), PassageReader.isChinese(sentence)))
                        .orElseGet(() -> question(sentence));
                instructions.addObject().put("instruction", instruction).put("task", task.getKey());
            }
        }
        return reply;
    }

    private static boolean outsideTheGoal(String user, List<String> texts) {
        Matcher goal = GOAL.matcher(user.substring(Math.max(0, user.lastIndexOf("~~~~~"))));
        return goal.find() && texts.stream().noneMatch(text -> text.contains(goal.group(1)));
    }

    /** Each instruction of {@link #ask} with the sentence that it was made of as answer and quote. */
    private ObjectNode pairs(String user) {
        ObjectNode reply = JSON.objectNode();
        ArrayNode pairs = reply.putArray("pairs");
        String passage = PassageReader.fenced(user).getFirst();
        for (JsonNode asked : ask(user).path("instructions")) {
            ObjectNode said = answer(Fenced.text(passage) + "\n"
                    + Fenced.text(asked.path("instruction").asText()));
            if (said.path("response").isTextual()) {
                pairs.addObject()
                        .put("instruction", asked.path("instruction").asText())
                        .put("response", said.path("response").asText())
                        .put(
                                "quote",
                                said.path("citations").path(0).path("quote").asText())
                        .put("task", asked.path("task").asText());
            }
        }
        return reply;
    }

    private static Map<String, Integer> wanted(String user) {
        Map<String, Integer> wanted = new LinkedHashMap<>();
        Matcher matcher = WANTED.matcher(user.substring(user.lastIndexOf("~~~~~")));
        while (matcher.find()) {
            wanted.put(matcher.group(1), Integer.parseInt(matcher.group(2)));
        }
        return wanted;
    }

    /** Holds the beginning of the sentence in quotation marks, so that {@link #answer} finds it again. */
    private String question(String sentence) {
        String[] chinese = {"请问“%s”具体是怎么回事？", "“%s”这句话该怎么理解？", "想了解一下“%s”，后面还有什么？"};
        String[] english = {
            "What exactly is meant when people say \"%s\"?",
            "How would you go on after \"%s\" and why?",
            "Please explain to a new colleague: \"%s\""
        };
        boolean inChinese = PassageReader.isChinese(sentence);
        String[] forms = inChinese ? chinese : english;
        return forms[pick(forms.length, sentence)].formatted(begin(sentence));
    }

    private static String begin(String sentence) {
        String begin = PassageReader.isChinese(sentence)
                ? sentence.substring(0, Math.min(14, sentence.length()))
                : String.join(
                        " ", List.of(sentence.split("\\s+")).stream().limit(8).toList());
        return begin.replace('"', '\'');
    }

    /** Answers that were given before are no passages: a synthesis is what the model would have said by itself. */
    private ObjectNode answer(String whole) {
        String user = GIVEN.split(whole, 2)[0];
        List<String> fenced = PassageReader.fenced(user);
        if (fenced.size() < 2) {
            return silent("nothing was shown");
        }
        List<String> passages = fenced.subList(0, fenced.size() - 1);
        String instruction = fenced.getLast();
        if (outsideTheGoal(user, List.of(instruction))) {
            return silent("outside the goal");
        }
        Optional<String> begin = about(instruction);
        String slip = slip(instruction);
        if (begin.isEmpty() || slip.equals("no answer")) {
            return silent("the passages do not say");
        }
        for (int i = 0; i < passages.size(); i++) {
            Optional<String> found = PassageReader.sentences(passages.get(i)).stream()
                    .filter(s -> s.replaceAll("\\s+", " ").replace('"', '\'').startsWith(begin.get()))
                    .findFirst();
            if (found.isPresent()) {
                return across(answered(found.get(), response(user, found.get()), i + 1, slip), instruction, passages);
            }
        }
        return silent("the passages do not say");
    }

    /** Adds what the other half of a question across passages asks about. */
    private static ObjectNode across(ObjectNode reply, String instruction, List<String> passages) {
        List<String> begins = WORDS_OF_A_SENTENCE
                .matcher(instruction)
                .results()
                .map(m -> m.group(1))
                .toList();
        for (int i = 0; i < passages.size() && begins.size() > 1; i++) {
            Optional<String> other = PassageReader.sentences(passages.get(i)).stream()
                    .filter(s -> s.replaceAll("\\s+", " ").replace('"', '\'').startsWith(begins.getLast()))
                    .findFirst();
            if (other.isPresent()) {
                reply.put("response", reply.path("response").asText() + " " + other.get());
                ((ArrayNode) reply.path("citations"))
                        .addObject()
                        .put("passage", i + 1)
                        .put("quote", other.get());
                break;
            }
        }
        return reply;
    }

    /** How the sentence begins that an instruction asks about: in quotation marks, or as the text to work on. */
    private static Optional<String> about(String instruction) {
        int blank = instruction.indexOf("\n\n");
        if (blank > 0) {
            return Optional.of(
                    instruction.substring(blank).strip().replaceAll("\\s+", " ").replace('"', '\''));
        }
        Matcher begin = WORDS_OF_A_SENTENCE.matcher(instruction);
        return begin.find() ? Optional.of(begin.group(1)) : Optional.empty();
    }

    private String response(String user, String sentence) {
        Matcher kind = KIND.matcher(user.substring(user.lastIndexOf("~~~~~")));
        boolean chinese = PassageReader.isChinese(sentence);
        return (kind.find() ? KindRule.of(kind.group(1)) : Optional.<KindRule>empty())
                .map(rule -> chance("spoilt", sentence)
                                < Optional.ofNullable(spoilt.get(rule.kind())).orElse(0.0)
                        ? rule.spoilt(sentence, chinese)
                        : rule.response(sentence, chinese))
                .orElse(sentence);
    }

    private static ObjectNode answered(String sentence, String response, int passage, String slip) {
        ObjectNode reply = JSON.objectNode();
        reply.put(
                "response",
                switch (slip) {
                    case "leak" -> "According to the passage, " + response;
                    case "number" -> response + " This was so 98765 times.";
                    default -> response;
                });
        reply.putArray("citations")
                .addObject()
                .put("passage", passage)
                .put("quote", slip.equals("quote") ? "Nobody ever wrote these words here." : sentence);
        return reply.putNull("reason");
    }

    private static ObjectNode silent(String reason) {
        ObjectNode reply = JSON.objectNode().putNull("response");
        reply.putArray("citations");
        return reply.put("reason", reason);
    }

    private String slip(String about) {
        double chance = chance("slip", about);
        String[] kinds = {"no answer", "leak", "number", "quote"};
        return chance < slips ? kinds[pick(kinds.length, about)] : "";
    }

    private double chance(String what, String about) {
        return (Hash.rank(Long.toString(seed), what, about) >>> 11) / (double) (1L << 53);
    }

    private int pick(int n, String about) {
        return (int) Long.remainderUnsigned(Hash.rank(Long.toString(seed), "pick", about), n);
    }
}
