package dev.runengine.runtime.driver;

import dev.runengine.core.error.ErrorCode;
import dev.runengine.core.run.RunError;
import dev.runengine.runtime.port.RunQueue;
import dev.runengine.runtime.port.StoreUnavailableException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ways to part with a claimed run that is not over. They wait for the store: until they succeed the claim stands, and
 * nobody else would take the run while this worker lives.
 */
record GivingBack(Surroundings surroundings, RunQueue.Claim claim) {
    private static final Logger LOG = LoggerFactory.getLogger(GivingBack.class);
    private static final Duration RETRY = Duration.ofMillis(200);

    /** So that a run that breaks its driver again and again does not keep a worker busy. */
    private static final Duration AFTER_A_BUG = Duration.ofSeconds(5);

    /** What breaks as often as this will break for ever. */
    private static final int MOST_BREAKS = 5;

    /** To whoever claims it next. */
    void handOver() throws InterruptedException {
        insist(() -> surroundings.queue().handOver(claim.ownership(), Duration.ZERO));
    }

    /** Driving broke: to be tried again later, unless it broke too often. */
    void broken(String why) throws InterruptedException {
        if (claim.breaks() + 1 < MOST_BREAKS) {
            insist(() -> surroundings.queue().giveBackBroken(claim.ownership(), AFTER_A_BUG));
            return;
        }
        var message = "driving the run broke " + MOST_BREAKS + " times, last with: " + why
                + "; the log of the worker has the stack. Retry the run once that is mended";
        LOG.error("[RunEngine] Run failed: runId={}, error={}", runId(), ErrorCode.RUN_BROKEN);
        var error = new RunError(ErrorCode.RUN_BROKEN, message, Optional.empty(), surroundings.now());
        insist(() -> surroundings.queue().giveUp(claim.ownership(), error));
    }

    private void insist(Runnable parting) throws InterruptedException {
        while (true) {
            try {
                parting.run();
                return;
            } catch (StoreUnavailableException e) {
                LOG.warn("[RunEngine] Giving back waits for the database: runId={}: {}", runId(), e.getMessage());
                surroundings.timer().sleep(RETRY);
            }
        }
    }

    private UUID runId() {
        return claim.ownership().runId();
    }
}
