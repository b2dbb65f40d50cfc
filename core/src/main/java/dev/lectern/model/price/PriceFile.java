package dev.lectern.model.price;

import dev.lectern.check.Nearest;
import dev.lectern.check.Problem;
import dev.lectern.check.ProblemsException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads a price table from YAML, or finds all that is wrong with it, each with its line. Decimals stay as they are written. */
final class PriceFile {
    private static final List<String> OF_A_PROVIDER = List.of("currency", "batch", "hosts", "like", "free", "models");
    private static final List<String> OF_A_MODEL = List.of("input", "cached", "output", "batch", "currency");

    private final String name;
    private final List<Problem> problems = new ArrayList<>();

    private PriceFile(String name) {
        this.name = name;
    }

    static PriceTable shipped() {
        try (InputStream in = PriceFile.class.getResourceAsStream("/dev/lectern/model/prices.yaml")) {
            if (in == null) {
                throw new IllegalStateException("the price table is not in the jar");
            }
            return read("prices.yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws ProblemsException with all that is wrong with it */
    static PriceTable read(Path file) {
        try {
            return read(file.toString(), Files.readString(file));
        } catch (MalformedInputException e) {
            throw new ProblemsException("the file is not UTF-8", file.toString(), "save it as UTF-8");
        } catch (IOException e) {
            throw new ProblemsException(
                    Files.exists(file) ? "the price file can't be read" : "there is no such price file",
                    file.toString(),
                    "check the path after 'prices:'; it is relative to lectern.yaml");
        }
    }

    static PriceTable read(String name, String text) {
        return new PriceFile(name).table(text);
    }

    private PriceTable table(String text) {
        String asOf = "";
        String currency = "USD";
        SortedMap<String, BigDecimal> rates = new TreeMap<>();
        Map<String, Price> anywhere = new LinkedHashMap<>();
        Map<String, PriceTable.Provider> providers = new LinkedHashMap<>();
        List<Map.Entry<String, Node>> entries = entries(root(text), "the price file");
        for (Map.Entry<String, Node> entry : entries) {
            if (entry.getKey().equals("currency")) {
                currency = currency(entry.getValue());
            }
        }
        for (Map.Entry<String, Node> entry : entries) {
            Node node = entry.getValue();
            switch (entry.getKey()) {
                case "as_of" -> asOf = text(node);
                case "currency" -> {}
                case "rates" ->
                    entries(node, "rates").forEach(rate -> rates.put(rate.getKey(), positive(rate.getValue())));
                case "models" -> models(node, currency, BigDecimal.ONE, anywhere);
                default -> providers.put(entry.getKey(), provider(entry.getKey(), node, currency));
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems);
        }
        return new PriceTable(asOf, rates, anywhere, providers);
    }

    private Optional<MappingNode> root(String text) {
        try {
            LoaderOptions options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            Node node = new Yaml(options).compose(new StringReader(text));
            if (node == null) {
                return Optional.empty();
            }
            if (node instanceof MappingNode mapping) {
                return Optional.of(mapping);
            }
            wrong("this is no price table", node, "write it so: models: { NAME: { input: 0.25, output: 2 } }");
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            problems.add(new Problem(
                    "not valid YAML: " + e.getProblem(),
                    name + ", line " + line,
                    "check indentation, quotes and colons there"));
        } catch (YAMLException e) {
            problems.add(new Problem("not valid YAML: " + e.getMessage(), name, "save it as UTF-8"));
        }
        return Optional.empty();
    }

    private PriceTable.Provider provider(String provider, Node node, String otherwise) {
        String currency = otherwise;
        BigDecimal batch = BigDecimal.ONE;
        List<String> hosts = List.of();
        Optional<String> like = Optional.empty();
        boolean free = false;
        Map<String, Price> prices = new LinkedHashMap<>();
        List<Map.Entry<String, Node>> fields = entries(node, provider);
        for (Map.Entry<String, Node> field : fields) {
            Node value = field.getValue();
            switch (field.getKey()) {
                case "currency" -> currency = currency(value);
                case "batch" -> batch = positive(value);
                case "hosts" -> hosts = texts(value);
                case "like" -> like = Optional.of(text(value));
                case "free" -> free = text(value).equals("true");
                case "models" -> {}
                default -> unknown(field.getKey(), value, OF_A_PROVIDER);
            }
        }
        for (Map.Entry<String, Node> field : fields) {
            if (field.getKey().equals("models")) {
                models(field.getValue(), currency, batch, prices);
            }
        }
        return new PriceTable.Provider(hosts, like, free, prices);
    }

    private void models(Node node, String currency, BigDecimal batch, Map<String, Price> prices) {
        for (Map.Entry<String, Node> model : entries(node, "models")) {
            price(model.getKey(), model.getValue(), currency, batch)
                    .ifPresent(price -> prices.put(model.getKey(), price));
        }
    }

    private Optional<Price> price(String model, Node node, String otherwise, BigDecimal batchShare) {
        String currency = otherwise;
        BigDecimal batch = batchShare;
        Map<String, BigDecimal> amounts = new TreeMap<>();
        for (Map.Entry<String, Node> field : entries(node, model)) {
            switch (field.getKey()) {
                case "currency" -> currency = currency(field.getValue());
                case "batch" -> batch = positive(field.getValue());
                case "input", "cached", "output" -> amounts.put(field.getKey(), number(field.getValue()));
                default -> unknown(field.getKey(), field.getValue(), OF_A_MODEL);
            }
        }
        BigDecimal input = amounts.get("input");
        if (input == null) {
            wrong("'" + model + "' has no price for its input", node, "add to it: input: 0.25");
            return Optional.empty();
        }
        return Optional.of(new Price(
                input,
                Optional.ofNullable(amounts.get("cached")),
                amounts.getOrDefault("output", BigDecimal.ZERO),
                batch,
                currency));
    }

    private List<Map.Entry<String, Node>> entries(Optional<MappingNode> mapping, String what) {
        return mapping.map(node -> entries(node, what)).orElse(List.of());
    }

    private List<Map.Entry<String, Node>> entries(Node node, String what) {
        List<Map.Entry<String, Node>> entries = new ArrayList<>();
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                String key = text(tuple.getKeyNode());
                entries.add(Map.entry(key.equals("as-of") ? "as_of" : key, tuple.getValueNode()));
            }
        } else {
            wrong("'" + what + "' takes fields of its own", node, "write it so: { input: 0.25, output: 2 }");
        }
        return entries;
    }

    private static String text(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue().strip() : "";
    }

    private static List<String> texts(Node node) {
        return node instanceof SequenceNode list
                ? list.getValue().stream().map(PriceFile::text).toList()
                : List.of(text(node));
    }

    private String currency(Node node) {
        String code = text(node);
        if (!code.matches("[A-Z]{3}")) {
            wrong("'" + code + "' is no currency", node, "write its three letters: USD or CNY");
        }
        return code;
    }

    /** Not less than nothing; nothing where it is no number, which is noted. */
    private BigDecimal number(Node node) {
        try {
            BigDecimal number = new BigDecimal(text(node));
            if (number.signum() >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, as a number that won't do
        }
        wrong("'" + text(node) + "' is no price", node, "write what a million tokens cost, for instance 0.25");
        return BigDecimal.ZERO;
    }

    private BigDecimal positive(Node node) {
        BigDecimal number = number(node);
        return number.signum() > 0 ? number : BigDecimal.ONE;
    }

    private void unknown(String field, Node node, List<String> known) {
        String fix = Nearest.to(field, known)
                .map(near -> "did you mean '" + near + "'?")
                .orElseGet(() -> "known: " + String.join(", ", known));
        wrong("unknown field '" + field + "'", node, fix);
    }

    private void wrong(String what, Node node, String fix) {
        problems.add(new Problem(what, name + ", line " + (node.getStartMark().getLine() + 1), fix));
    }
}
