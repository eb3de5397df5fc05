package dev.runengine.runtime.worker;

import dev.runengine.runtime.driver.RunDriver;
import dev.runengine.runtime.driver.Surroundings;
import dev.runengine.runtime.loading.RunLoader;
import dev.runengine.runtime.port.HeldSettlement;
import dev.runengine.runtime.port.RunQueue;
import dev.runengine.runtime.port.StoreUnavailableException;
import dev.runengine.runtime.port.Threads;
import dev.runengine.runtime.wake.Doorbell;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Claims runs and drives them, each on a virtual thread of its own. It asks when it is woken, when a run of its own has
 * ended, and now and then, since a wake-up may be lost.
 */
public final class Worker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    /** Longer than it takes to abandon a skill that does not stop. */
    private static final Duration PARTING = Duration.ofSeconds(12);

    /** How many times as many runs are driven at most when most of them wait for others. */
    private static final int MOST_STANDING = 10;

    private final Surroundings surroundings;
    private final RunLoader runs;
    private final Pace pace;
    private final Map<UUID, Driven> driven = new ConcurrentHashMap<>();
    private final Doorbell bell;
    private final Thread thread;
    private final Thread heart;
    private volatile boolean closing;
    private volatile boolean silent;
    /** What the last claim took may be this worker's without its knowing. Used by the claiming thread only. */
    private boolean claimUnanswered;

    private record Driven(String tenant, RunDriver driver, Thread thread) {}

    public Worker(Surroundings surroundings, RunLoader runs, Pace pace) {
        this.surroundings = surroundings;
        this.runs = runs;
        this.pace = pace;
        this.bell = new Doorbell(surroundings.timer());
        surroundings.queue().onWake(new RunQueue.WakeListener() {
            @Override
            public void workMayBeWaiting() {
                bell.ring();
            }

            @Override
            public void wished(UUID runId, RunQueue.Wish wish) {
                var run = driven.get(runId);
                if (run != null) {
                    run.driver().wish(wish);
                }
            }
        });
        this.thread = threads().start("run-engine-worker", this::work);
        this.heart = threads().start("run-engine-heart", this::beat);
    }

    /** How many runs this worker drives now. */
    public int active() {
        return driven.size();
    }

    private void work() {
        while (!closing) {
            try {
                claimAll();
                bell.await(pace.poll());
            } catch (InterruptedException e) {
                return;
            } catch (StoreUnavailableException e) {
                LOG.warn("[RunEngine] The database is out of reach; asking again: {}", e.getMessage());
                pause();
            } catch (RuntimeException e) {
                LOG.error("[RunEngine] Claiming failed; asking again", e);
                pause();
            }
        }
    }

    /** Goes on while runs are being handed over: until then they are this worker's. */
    private void beat() {
        while (!silent) {
            try {
                surroundings.timer().sleep(pace.heartbeat());
                if (!surroundings.queue().renew()) {
                    LOG.warn("[RunEngine] This worker was given up for dead; its runs belong to others");
                    driven.values().forEach(run -> run.driver().handOver());
                    surroundings.queue().rejoin();
                }
                tellSettlements();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("[RunEngine] The lease could not be renewed: {}", e.getMessage());
            }
        }
    }

    /** A person takes minutes: asking with every heartbeat is soon enough, and cannot be lost as a wake-up can. */
    private void tellSettlements() {
        var held = driven.entrySet().stream()
                .filter(run -> run.getValue().driver().holds())
                .map(Map.Entry::getKey)
                .toList();
        if (held.isEmpty()) {
            return;
        }
        runs.settlements(held).stream()
                .collect(Collectors.groupingBy(HeldSettlement::runId))
                .forEach((runId, settlements) -> {
                    var run = driven.get(runId);
                    if (run != null) {
                        run.driver().settled(settlements);
                    }
                });
    }

    private void claimAll() {
        var room = Room.in(pace.maxRuns(), tenantsOfTheMoving());
        if (room.free() <= 0 || driven.size() >= pace.maxRuns() * MOST_STANDING) {
            surroundings
                    .queue()
                    .claim(0, Set.of()); // the dead are noticed by claiming, and others may wait for their runs
            return;
        }
        if (claimUnanswered) {
            surroundings.queue().reclaim(driven.keySet()).forEach(this::drive);
        }
        claimUnanswered = true;
        var claims = surroundings.queue().claim(room.free(), room.closedTo());
        claimUnanswered = false;
        claims.forEach(this::drive);
        if (claims.size() >= Math.min(room.free(), RunQueue.FEW)) {
            bell.ring(); // there may be more
        }
    }

    /** Runs that only wait for others take no room from those, or nobody would go on. */
    private List<String> tenantsOfTheMoving() {
        return driven.values().stream()
                .filter(run -> !run.driver().standsStill())
                .map(Driven::tenant)
                .toList();
    }

    private void drive(RunQueue.Claim claim) {
        var runId = claim.ownership().runId();
        var driver = new RunDriver(surroundings, runs, claim);
        var run = threads().unstarted("run-" + runId, () -> {
            try {
                driver.run();
            } finally {
                // Only itself: a run that was retried at once may be driven here again already.
                driven.remove(runId, new Driven(claim.tenant(), driver, Thread.currentThread()));
                bell.ring();
            }
        });
        var before = driven.put(runId, new Driven(claim.tenant(), driver, run));
        if (before != null) {
            before.driver().handOver(); // it lost the run without knowing; its fence keeps it from giving anything back
        }
        run.start();
    }

    private void pause() {
        try {
            bell.await(pace.poll());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Takes no new runs, lets the steps that run end within the grace, then hands the rest over, so that nothing waits for
     * a lease to expire. Returns in the end even when the store is away, with nothing handed over.
     */
    @Override
    public void close() {
        closing = true;
        thread.interrupt();
        try {
            thread.join();
            driven.values().forEach(run -> run.driver().drain());
            awaitIdle(pace.handOverGrace());
            driven.values().forEach(run -> run.driver().handOver());
            awaitIdle(PARTING);
            // What is left waits for a store that is away: its claims end with the worker.
            driven.values().forEach(run -> run.thread().interrupt());
            for (var run : driven.values()) {
                run.thread().join();
            }
            endHeart();
            heart.join(); // a beat after the worker has signed off would be a sign of life
        } catch (InterruptedException e) {
            endHeart();
            Thread.currentThread().interrupt();
        }
    }

    /** An interrupt alone could be lost inside the store. */
    private void endHeart() {
        silent = true;
        heart.interrupt();
    }

    private void awaitIdle(Duration longest) throws InterruptedException {
        var deadline = surroundings.timer().instant().plus(longest);
        var now = surroundings.timer().instant();
        while (!driven.isEmpty() && now.isBefore(deadline)) {
            bell.await(Duration.between(now, deadline));
            now = surroundings.timer().instant();
        }
    }

    private Threads threads() {
        return surroundings.host().threads();
    }
}
