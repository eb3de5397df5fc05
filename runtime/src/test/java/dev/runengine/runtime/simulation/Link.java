package dev.runengine.runtime.simulation;

import dev.runengine.runtime.port.StoreUnavailableException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/** One process's way to the store: slow at times, cut at others, and sometimes only the answer is lost. */
final class Link {
    private static final long ASKS_AGAIN_MS = 50;

    private final Scheduler scheduler;
    private final Weather weather;
    private final Life life;

    Link(Scheduler scheduler, Weather weather, Life life) {
        this.scheduler = scheduler;
        this.weather = weather;
        this.life = life;
    }

    /** What the store does it does at once; the ways there and back take their time. */
    <T> T call(Supplier<T> operation) {
        try {
            pass(weather.delayMs());
            requireStore();
            var answer = operation.get();
            pass(weather.delayMs());
            requireStore();
            if (weather.losesAnswer()) {
                throw new StoreUnavailableException("the connection broke", new IllegalStateException());
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException("interrupted", e);
        }
    }

    /** As {@link #call}, for what is known to fail only for good: it waits for the store to be back. */
    <T> T insist(Supplier<T> operation) throws InterruptedException {
        awaitStore();
        pass(weather.delayMs());
        awaitStore();
        var answer = operation.get();
        pass(weather.delayMs());
        awaitStore();
        return answer;
    }

    private void awaitStore() throws InterruptedException {
        while (weather.isOut()) {
            pass(ASKS_AGAIN_MS);
        }
    }

    private void requireStore() {
        if (weather.isOut()) {
            throw new StoreUnavailableException("no route to the store", new IllegalStateException());
        }
    }

    private void pass(long ms) throws InterruptedException {
        if (ms > 0) {
            pass(scheduler, life, ms);
        }
    }

    /** Blocks for a while that is not the engine's: its alarms are counted, this is not. */
    static void pass(Scheduler scheduler, Life life, long ms) throws InterruptedException {
        var over = new CountDownLatch(1);
        scheduler.at(scheduler.now().plusMillis(ms), life, over::countDown);
        over.await();
    }
}
