package dev.runengine.cli.words;

import dev.runengine.cli.progress.DurationText;
import dev.runengine.client.wire.CostView;
import dev.runengine.client.wire.CostsView;
import dev.runengine.client.wire.ExecutionView;
import dev.runengine.client.wire.SpentView;
import java.time.Duration;

/** What a run cost and saved, on one line. */
public final class CostText {
    private CostText() {}

    public static String of(CostsView costs) {
        var unknown = costs.savedUnknown() == 0 ? "" : " (of %d more it is not known)".formatted(costs.savedUnknown());
        return "%d executed, %s; %d reused, %s saved%s"
                .formatted(
                        costs.spent().steps(),
                        amount(costs.spent()),
                        costs.saved().steps() + costs.savedUnknown(),
                        amount(costs.saved()),
                        unknown);
    }

    /** Work done one after the other, and money where there is any. */
    public static String amount(CostView cost) {
        return amount(cost.durationMs(), cost.costMicros());
    }

    static String amount(SpentView spent) {
        return amount(spent.durationMs(), spent.costMicros());
    }

    static String amount(ExecutionView made) {
        return amount(made.durationMs(), made.costMicros());
    }

    private static String amount(long durationMs, long costMicros) {
        var time = DurationText.of(Duration.ofMillis(durationMs));
        return costMicros == 0 ? time : time + " and " + MoneyText.of(costMicros);
    }
}
