package dev.runengine.server.inquiry;

import dev.runengine.client.wire.CostsView;
import dev.runengine.client.wire.SpentView;
import dev.runengine.runtime.inquiry.RunCosts;

/** Costs as the API shows them. */
public final class CostViews {
    private CostViews() {}

    public static CostsView of(RunCosts costs) {
        return new CostsView(of(costs.spent()), of(costs.saved()), costs.savedUnknown());
    }

    private static SpentView of(RunCosts.Sum sum) {
        return new SpentView(
                sum.steps(),
                sum.durationMs(),
                sum.usage().costMicros(),
                sum.usage().tokens());
    }
}
