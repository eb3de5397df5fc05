package dev.runengine.runtime.worker;

import dev.runengine.runtime.driver.RunDriver;
import dev.runengine.runtime.driver.Surroundings;
import dev.runengine.runtime.loading.RunLoader;
import dev.runengine.runtime.port.RunQueue;
import dev.runengine.runtime.port.StoreUnavailableException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Claims runs and drives them, each on a virtual thread of its own. It asks when it is woken, when a run of its own has
 * ended, and now and then, since a wake-up may be lost.
 */
public final class Worker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    /** Another node may know the workflow; this one must not take the run again and again. */
    private static final Duration UNKNOWN_WORKFLOW = Duration.ofSeconds(30);

    private static final Duration POLL = Duration.ofMillis(500);

    private final Surroundings surroundings;
    private final RunLoader runs;
    private final int maxRuns;
    private final Duration handOverGrace;
    private final Map<UUID, Driven> driven = new ConcurrentHashMap<>();
    private final Semaphore wake = new Semaphore(0);
    private final Thread thread;
    private final Thread heart;
    private final Duration heartbeat;
    private volatile boolean closing;

    private record Driven(RunDriver driver, Thread thread) {}

    /**
     * @param heartbeat how often the worker tells that it is alive; several times within its lease
     * @param handOverGrace how long running steps may go on once the worker is closed
     */
    public Worker(Surroundings surroundings, RunLoader runs, int maxRuns, Duration heartbeat, Duration handOverGrace) {
        this.surroundings = surroundings;
        this.runs = runs;
        this.maxRuns = maxRuns;
        this.heartbeat = heartbeat;
        this.handOverGrace = handOverGrace;
        surroundings.queue().onWake(new RunQueue.WakeListener() {
            @Override
            public void workMayBeWaiting() {
                wake.release();
            }

            @Override
            public void cancelRequested(UUID runId) {
                var run = driven.get(runId);
                if (run != null) {
                    run.driver().cancel();
                }
            }
        });
        this.thread = Thread.ofVirtual().name("run-engine-worker").start(this::work);
        this.heart = Thread.ofVirtual().name("run-engine-heart").start(this::beat);
    }

    /** How many runs this worker drives now. */
    public int active() {
        return driven.size();
    }

    private void work() {
        while (!closing) {
            try {
                claimAll();
                wake.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS);
                wake.drainPermits();
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
        while (true) {
            try {
                Thread.sleep(heartbeat);
                if (!surroundings.queue().renew()) {
                    LOG.warn("[RunEngine] This worker was given up for dead; its runs belong to others");
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("[RunEngine] The lease could not be renewed: {}", e.getMessage());
            }
        }
    }

    private void claimAll() {
        int free = maxRuns - driven.size();
        if (free <= 0) {
            return;
        }
        var claims = surroundings.queue().claim(free);
        claims.forEach(this::drive);
        if (claims.size() == free) {
            wake.release(); // there may be more
        }
    }

    private void drive(RunQueue.Claim claim) {
        var runId = claim.ownership().runId();
        var recorded = runs.load(runId);
        if (recorded.isEmpty()) {
            LOG.error("[RunEngine] Run cannot run here, its workflow version is not registered: runId={}", runId);
            surroundings.queue().handOver(claim.ownership(), UNKNOWN_WORKFLOW);
            return;
        }
        var driver = new RunDriver(surroundings, claim.ownership(), recorded.get(), claim.handedOver());
        var run = Thread.ofVirtual().name("run-" + runId).unstarted(() -> {
            try {
                driver.run();
            } finally {
                // Only itself: a run that was retried at once may be driven here again already.
                driven.remove(runId, new Driven(driver, Thread.currentThread()));
                wake.release();
            }
        });
        driven.put(runId, new Driven(driver, run));
        run.start();
    }

    private void pause() {
        try {
            wake.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Takes no new runs, lets the steps that run end within the grace, then hands the rest over, so that nothing waits for
     * a lease to expire.
     */
    @Override
    public void close() {
        closing = true;
        thread.interrupt();
        try {
            thread.join();
            driven.values().forEach(run -> run.driver().drain());
            awaitIdle();
            for (var run : driven.values()) {
                run.driver().handOver();
            }
            for (var run : driven.values()) {
                run.thread().join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            heart.interrupt();
        }
    }

    private void awaitIdle() throws InterruptedException {
        long deadline = System.nanoTime() + handOverGrace.toNanos();
        while (!driven.isEmpty() && System.nanoTime() < deadline) {
            wake.tryAcquire(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
    }
}
