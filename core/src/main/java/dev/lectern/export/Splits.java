package dev.lectern.export;

import dev.lectern.check.Problem;
import dev.lectern.check.ProblemsException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The splits of a dataset and the share of rows each should get, in the order named. Shares add up to 1. */
public record Splits(Map<String, Double> shares) {
    /** Everything in {@code train}. */
    public static final Splits NONE = new Splits(Map.of("train", 1.0));

    private static final String EXAMPLE = "for example --split train=0.9,validation=0.1";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,30}");
    /** File names that no Windows knows to keep. */
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");

    public Splits {
        shares = Collections.unmodifiableMap(new LinkedHashMap<>(shares));
    }

    public boolean single() {
        return shares.size() == 1;
    }

    /** Reads {@code name=share,name=share}. @throws ProblemsException naming everything wrong with it */
    public static Splits parse(String typed) {
        List<Problem> problems = new ArrayList<>();
        Map<String, BigDecimal> shares = new LinkedHashMap<>();
        for (String part : typed.split(",", -1)) {
            int equals = part.indexOf('=');
            String name = (equals < 0 ? part : part.substring(0, equals)).strip();
            String share = equals < 0 ? "" : part.substring(equals + 1).strip();
            if (!NAME.matcher(name).matches() || DEVICES.contains(name)) {
                problems.add(problem(
                        "'" + name + "' is no name for a split", "use small letters, digits and _, " + EXAMPLE));
            }
            BigDecimal value = share(share, name, problems);
            if (shares.put(name, value) != null) {
                problems.add(problem("the split '" + name + "' is named twice", "name each split once"));
            }
        }
        BigDecimal sum = shares.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (problems.isEmpty() && sum.subtract(BigDecimal.ONE).abs().compareTo(new BigDecimal("0.0001")) > 0) {
            problems.add(problem(
                    "the shares add up to " + sum.stripTrailingZeros().toPlainString() + ", not to 1", EXAMPLE));
        }
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems);
        }
        Map<String, Double> parsed = new LinkedHashMap<>();
        shares.forEach((name, value) -> parsed.put(name, value.doubleValue()));
        return new Splits(parsed);
    }

    private static BigDecimal share(String typed, String name, List<Problem> problems) {
        try {
            BigDecimal value = new BigDecimal(typed);
            if (value.signum() > 0 && value.compareTo(BigDecimal.ONE) <= 0) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Not a number: the same problem as a number out of range.
        }
        problems.add(
                problem("the share of '" + name + "' is '" + typed + "', not a number above 0 and up to 1", EXAMPLE));
        return BigDecimal.ZERO;
    }

    private static Problem problem(String what, String fix) {
        return new Problem(what, "--split", fix);
    }
}
