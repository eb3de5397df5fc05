package dev.runengine.app.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

/** What must hold of a run that has ended, whatever happened to its nodes. */
final class WholeRun {
    private WholeRun() {}

    /** @param deaths how often a step may have been lost with its node */
    static void assertWhole(Fleet fleet, String name, UUID runId, int deaths) {
        assertThat(fleet.rows().run(runId)).isEqualTo(new Rows.Run("completed", Campaign.STEPS, 0, false));
        assertThat(fleet.rows().completions(runId))
                .as("each step is recorded as completed once")
                .hasSize(Campaign.STEPS)
                .allSatisfy((_, times) -> assertThat(times).isOne());
        assertThat(fleet.rows().steps(runId)).allSatisfy(step -> {
            assertThat(step.status()).isEqualTo("completed");
            assertThat(step.output()).contains("\"" + Campaign.product(name, step.id()) + "\"");
            assertThat(step.lost()).isLessThanOrEqualTo(deaths);
        });
        for (var step : Campaign.REMOTE) {
            assertThat(fleet.provider().submissions(name, step))
                    .as("submissions of %s of %s", step, name)
                    .isOne();
        }
    }
}
