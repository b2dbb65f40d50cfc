package dev.lectern.adapters.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a site's {@code robots.txt} lets us read (RFC 9309): of the rules for us, else for all, the longest that fits; allowing ones win. */
final class RobotsRules {
    static final RobotsRules EVERYTHING = new RobotsRules(List.of());
    static final RobotsRules NOTHING = new RobotsRules(List.of(new Rule("/", false)));

    /** Our name there. */
    private static final String WE = "lectern";

    private final List<Rule> rules;

    private record Rule(String path, boolean allows) {
        boolean fits(String target) {
            boolean toTheEnd = path.endsWith("$");
            String regex = Pattern.quote(toTheEnd ? path.substring(0, path.length() - 1) : path)
                    .replace("*", "\\E.*\\Q");
            return Pattern.compile("^" + regex + (toTheEnd ? "$" : ""))
                    .matcher(target)
                    .find();
        }
    }

    private RobotsRules(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    static RobotsRules parse(String text) {
        List<Rule> ours = new ArrayList<>();
        List<Rule> everybodys = new ArrayList<>();
        boolean forUs = false;
        boolean forAll = false;
        boolean named = false;
        boolean inAgents = false;
        for (String line : text.lines().toList()) {
            String bare = line.replaceFirst("#.*", "").strip();
            int colon = bare.indexOf(':');
            if (colon < 0) {
                continue;
            }
            String key = bare.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            String value = bare.substring(colon + 1).strip();
            if (key.equals("user-agent")) {
                if (!inAgents) {
                    forUs = false;
                    forAll = false;
                }
                inAgents = true;
                boolean us = value.toLowerCase(Locale.ROOT).equals(WE);
                forUs |= us;
                named |= us;
                forAll |= value.equals("*");
            } else if (key.equals("allow") || key.equals("disallow")) {
                inAgents = false;
                Rule rule = new Rule(value, key.equals("allow"));
                if (!value.isEmpty() && forUs) {
                    ours.add(rule);
                }
                if (!value.isEmpty() && forAll) {
                    everybodys.add(rule);
                }
            }
        }
        return new RobotsRules(named ? ours : everybodys);
    }

    /** @param target path and query */
    boolean allow(String target) {
        int longest = -1;
        boolean allowed = true;
        for (Rule rule : rules) {
            int length = rule.path.length();
            if (rule.fits(target) && (length > longest || (length == longest && rule.allows))) {
                longest = length;
                allowed = rule.allows;
            }
        }
        return allowed;
    }
}
