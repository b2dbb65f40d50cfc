package dev.lectern.tell;

import dev.lectern.engine.Ledger;
import dev.lectern.recipe.Recipe;
import dev.lectern.report.CapShare;
import dev.lectern.sample.Sample;
import dev.lectern.stage.balance.CapShares;
import java.util.ArrayList;
import java.util.List;

/** Counts the accepted rows under each cap of a recipe. */
final class Caps {
    private final List<Cap> caps = new ArrayList<>();
    private long all;

    /** A label that one stage or several cap; the last of them has the last word. */
    private static final class Cap {
        private final List<String> stages = new ArrayList<>();
        private final String label;
        private CapShares shares;
        private long rows;

        Cap(CapShares shares, String label) {
            this.shares = shares;
            this.label = label;
        }

        boolean isOf(CapShares other, String itsLabel) {
            return shares.of().equals(other.of()) && label.equals(itsLabel);
        }
    }

    Caps(Recipe recipe) {
        recipe.stages().forEach(stage -> {
            if (stage.what() instanceof CapShares shares) {
                shares.atMost().keySet().forEach(label -> add(stage.name(), shares, label));
            }
        });
    }

    private void add(String stage, CapShares shares, String label) {
        Cap cap = caps.stream()
                .filter(known -> known.isOf(shares, label))
                .findFirst()
                .orElseGet(() -> new Cap(shares, label));
        if (cap.stages.isEmpty()) {
            caps.add(cap);
        }
        cap.stages.add(stage);
        cap.shares = shares;
    }

    void add(Sample sample) {
        all++;
        for (Cap cap : caps) {
            if (cap.shares.label(sample).equals(cap.label)) {
                cap.rows++;
            }
        }
    }

    /** Those under which there was something to count. */
    List<CapShare> shares(Ledger ledger) {
        List<CapShare> shares = new ArrayList<>();
        for (Cap cap : caps) {
            String reason = cap.shares.over(cap.label);
            long dropped = cap.stages.stream()
                    .mapToLong(stage -> ledger.dropped(stage).getOrDefault(reason, 0L))
                    .sum();
            if (cap.rows + dropped > 0) {
                double share = all == 0 ? 0 : Math.round(1000.0 * cap.rows / all) / 1000.0;
                double atMost = cap.shares.atMost().getOrDefault(cap.label, 1.0);
                shares.add(new CapShare(cap.shares.of(), cap.label, atMost, share, cap.rows, dropped));
            }
        }
        return shares;
    }
}
