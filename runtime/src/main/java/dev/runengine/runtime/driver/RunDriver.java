package dev.runengine.runtime.driver;

import dev.runengine.core.run.RunEvent;
import dev.runengine.runtime.loading.RunLoader;
import dev.runengine.runtime.loading.RunLoader.Loaded;
import dev.runengine.runtime.port.HeldSettlement;
import dev.runengine.runtime.port.RunQueue;
import dev.runengine.runtime.port.RunQueue.Claim;
import dev.runengine.runtime.port.StoreUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Owns one claimed run: loads it, over outages of the store too, and drives it until it is over, belongs to somebody else
 * or is given back. What is claimed is driven: a claim that nobody acts on would stand as long as its worker lives.
 */
public final class RunDriver implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(RunDriver.class);

    private static final Duration ASK_AGAIN = Duration.ofMillis(200);

    private final Surroundings surroundings;
    private final RunLoader runs;
    private final Claim claim;
    private final Mailbox mailbox = new Mailbox();
    private final Holding holding = new Holding();

    public RunDriver(Surroundings surroundings, RunLoader runs, Claim claim) {
        this.surroundings = surroundings;
        this.runs = runs;
        this.claim = claim;
    }

    /** Tells the owner what somebody wants of the run. */
    public void wish(RunQueue.Wish wish) {
        var now = surroundings.now();
        mailbox.add(
                switch (wish) {
                    case CANCEL -> new RunEvent.CancelRequested(now);
                    case PAUSE -> new RunEvent.DrainRequested(now);
                    case RESUME -> new RunEvent.ResumeRequested(now);
                });
    }

    /** Tells the owner what a person has found out about held steps. */
    public void settled(List<HeldSettlement> settlements) {
        settlements.forEach(settled -> mailbox.add(
                new RunEvent.Settled(settled.stepNo(), settled.attempt(), settled.settlement(), surroundings.now())));
    }

    /** Whether a step waits for a person. Asked by other threads. */
    public boolean holds() {
        return holding.any();
    }

    /** Whether all that is on its way in the run is executed by other runs. Asked by other threads. */
    public boolean standsStill() {
        return holding.standsStill();
    }

    /** Lets executions end and be recorded, starts nothing new, then gives the run to whoever claims it next. */
    public void drain() {
        mailbox.leave(new RunEvent.DrainRequested(surroundings.now()));
    }

    /** Ends driving without ending the run: executions are stopped, nothing they return is recorded. */
    public void handOver() {
        mailbox.askForHandOver(new RunEvent.CancelRequested(surroundings.now()));
    }

    @Override
    public void run() {
        try {
            drive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void drive() throws InterruptedException {
        try {
            if (drive(load())) {
                new GivingBack(surroundings, claim).handOver();
            }
        } catch (RuntimeException e) {
            LOG.error("[RunEngine] Driving broke: runId={}", runId(), e);
            new GivingBack(surroundings, claim).broken(String.valueOf(e.getMessage()));
        }
    }

    private Loaded load() throws InterruptedException {
        while (true) {
            try {
                return runs.load(runId());
            } catch (StoreUnavailableException e) {
                LOG.warn("[RunEngine] Loading waits for the database: runId={}: {}", runId(), e.getMessage());
                surroundings.timer().sleep(ASK_AGAIN);
            }
        }
    }

    /** @return true when the run is to be given back */
    private boolean drive(Loaded recorded) throws InterruptedException {
        var executions = new Executions(surroundings, recorded.state(), mailbox::add);
        boolean givenBack = false;
        try {
            givenBack = new Drive(surroundings, claim.ownership(), recorded, mailbox, holding, executions)
                    .toItsEnd(claim.handedOver());
            return givenBack;
        } finally {
            executions.stopAll();
            if (givenBack) {
                executions.awaitStopped();
            }
        }
    }

    private UUID runId() {
        return claim.ownership().runId();
    }
}
