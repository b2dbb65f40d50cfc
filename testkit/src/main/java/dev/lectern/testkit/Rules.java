package dev.lectern.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.model.ChatMessage;
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
 */
public record Rules(long seed, double slips) {
    /** Characters of the echo: some 150 tokens. */
    private static final int ECHO = 600;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern WANTED = Pattern.compile("\"(\\w+)\"(?:, |，最多 )(\\d+)");
    private static final Pattern WORDS_OF_A_SENTENCE = Pattern.compile("[“\"](.+?)[”\"]", Pattern.DOTALL);

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
        if (system.contains("\"instructions\"")) {
            return Json.line(ask(user));
        } else if (system.contains("\"response\"")) {
            return Json.line(answer(user));
        } else if (user.contains("\"ready\"")) {
            return "{\"ready\":true}";
        }
        String echo = "You said: " + user.substring(0, Math.min(ECHO, user.length()));
        return schema.map(wanted -> Json.line(SchemaFiller.fill(wanted, echo))).orElse(echo);
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
        int next = 0;
        for (Map.Entry<String, Integer> task : wanted(user).entrySet()) {
            for (int i = 0; i < task.getValue() && next < sentences.size(); i++) {
                String sentence = sentences.get(next++);
                instructions.addObject().put("instruction", question(sentence)).put("task", task.getKey());
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
        String begin = inChinese
                ? sentence.substring(0, Math.min(14, sentence.length()))
                : String.join(
                        " ", List.of(sentence.split("\\s+")).stream().limit(8).toList());
        return forms[pick(forms.length, sentence)].formatted(begin.replace('"', '\''));
    }

    private ObjectNode answer(String user) {
        List<String> fenced = PassageReader.fenced(user);
        if (fenced.size() < 2) {
            return silent("nothing was shown");
        }
        List<String> passages = fenced.subList(0, fenced.size() - 1);
        Matcher begin = WORDS_OF_A_SENTENCE.matcher(fenced.getLast());
        String slip = slip(fenced.getLast());
        if (!begin.find() || slip.equals("no answer")) {
            return silent("the passages do not say");
        }
        for (int i = 0; i < passages.size(); i++) {
            Optional<String> found = PassageReader.sentences(passages.get(i)).stream()
                    .filter(s -> s.replaceAll("\\s+", " ").replace('"', '\'').startsWith(begin.group(1)))
                    .findFirst();
            if (found.isPresent()) {
                return answered(found.get(), i + 1, slip);
            }
        }
        return silent("the passages do not say");
    }

    private static ObjectNode answered(String sentence, int passage, String slip) {
        ObjectNode reply = JSON.objectNode();
        reply.put(
                "response",
                switch (slip) {
                    case "leak" -> "According to the passage, " + sentence;
                    case "number" -> sentence + " This was so 98765 times.";
                    default -> sentence;
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
        double chance = (Hash.rank(Long.toString(seed), "slip", about) >>> 11) / (double) (1L << 53);
        String[] kinds = {"no answer", "leak", "number", "quote"};
        return chance < slips ? kinds[pick(kinds.length, about)] : "";
    }

    private int pick(int n, String about) {
        return (int) Long.remainderUnsigned(Hash.rank(Long.toString(seed), "pick", about), n);
    }
}
