package dev.lectern.report;

import dev.lectern.report.RunReport.Cost;
import dev.lectern.text.Messages;
import java.util.Locale;

/** Numbers as people read them. */
final class Figures {
    private final Messages say;

    Figures(Messages say) {
        this.say = say;
    }

    String count(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    /** "1 row", "1,284 rows". */
    String of(String things, long n) {
        return say.get((n == 1 ? "one." : "many.") + things, count(n));
    }

    String bytes(long n) {
        if (n < 1024) {
            return n + " B";
        }
        return n < 1024 * 1024
                ? String.format(Locale.ROOT, "%,.0f KiB", n / 1024.0)
                : String.format(Locale.ROOT, "%,.1f MiB", n / 1048576.0);
    }

    String percent(long part, long whole) {
        if (whole == 0) {
            return "–";
        }
        double share = 100.0 * part / whole;
        return share > 0 && share < 1 ? "< 1 %" : String.format(Locale.ROOT, "%.0f %%", share);
    }

    String time(double seconds) {
        if (seconds < 60) {
            return say.get("time.seconds", String.format(Locale.ROOT, seconds < 10 ? "%.1f" : "%.0f", seconds));
        }
        long minutes = Math.round(seconds / 60);
        return minutes < 60 ? say.get("time.minutes", minutes) : say.get("time.hours", minutes / 60, minutes % 60);
    }

    /** An amount of which some part is unknown is only a lower bound, and says so. */
    String cost(Cost cost) {
        if (cost.known() && cost.amount().signum() == 0) {
            return say.get("cost.nothing");
        }
        String amount = cost.shown();
        if (cost.known()) {
            return amount;
        }
        return cost.amount().signum() == 0 ? say.get("cost.unknown") : say.get("cost.least", amount);
    }
}
