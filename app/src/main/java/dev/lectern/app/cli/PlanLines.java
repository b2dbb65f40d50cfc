package dev.lectern.app.cli;

import dev.lectern.app.words.Words;
import dev.lectern.plan.Plan;
import dev.lectern.report.RunReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A plan as lines for a person. */
record PlanLines(Plan plan, Words words) {
    /** What a build would make, take, cost and send where. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        plan.pilot()
                .ifPresent(pilot -> lines.add(
                        words.say("plan.pilot", pilot.passages(), pilot.rows(), pilot.calls(), exactly(pilot.cost()))));
        Plan.Range calls = plan.calls();
        lines.add(
                plan.pilot().isPresent()
                        ? words.say("plan.calls.about", calls.expected(), calls.low(), calls.high(), plan.rows())
                        : words.say("plan.calls", calls.expected(), plan.rows()));
        if (plan.kept() > 0) {
            lines.add(words.say("plan.kept", plan.kept()));
        }
        Plan.Range output = plan.tokens().output();
        lines.add(words.say("plan.input", plan.tokens().input().expected()));
        lines.add(words.say("plan.output", output.low(), output.expected(), output.high()));
        if (plan.models().size() > 1) {
            plan.models()
                    .forEach(share -> lines.add("  "
                            + words.say(
                                    "plan.share",
                                    share.role(),
                                    share.model(),
                                    share.calls().expected(),
                                    share.tokens().input().expected(),
                                    share.tokens().output().expected(),
                                    money(share.cost()))));
        }
        lines.add(words.say("plan.cost", money(plan.cost())));
        if (!plan.cost().known()) {
            lines.add(words.say("plan.cost.unknown"));
        }
        lines.add(words.say(
                "plan.time",
                time(plan.seconds().expected()),
                time(plan.seconds().low()),
                time(plan.seconds().high())));
        lines.add(hosts());
        return lines;
    }

    /** The same in a few lines, for somebody who is about to say yes or no. */
    List<String> shortly() {
        List<String> lines = new ArrayList<>();
        lines.add(words.say("plan.calls", plan.calls().expected(), plan.rows()));
        lines.add(words.say("plan.cost", money(plan.cost())));
        lines.add(words.say(
                "plan.time",
                time(plan.seconds().expected()),
                time(plan.seconds().low()),
                time(plan.seconds().high())));
        lines.add(hosts());
        return lines;
    }

    private String hosts() {
        return words.say("plan.hosts", String.join(words.say("closing.comma"), plan.hosts()));
    }

    private String money(Plan.Money money) {
        if (!money.known()) {
            return money.expected().amount().signum() > 0
                    ? words.say("cost.least", money.expected().shown())
                    : words.say("cost.unknown");
        }
        return money.high().amount().signum() == 0
                ? words.say("cost.nothing")
                : words.say(
                        "plan.cost.range",
                        money.expected().shown(),
                        money.low().shown(),
                        money.high().shown());
    }

    private String exactly(RunReport.Cost cost) {
        return cost.known() ? cost.shown() : words.say("cost.unknown");
    }

    private static String time(long seconds) {
        return ProgressLines.duration(Duration.ofSeconds(seconds));
    }
}
