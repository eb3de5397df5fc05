package dev.runengine.runtime.events;

import dev.runengine.core.run.RunState;
import dev.runengine.core.run.Transition;
import dev.runengine.runtime.port.EngineListener;
import dev.runengine.runtime.port.Threads;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes committed transitions on to listeners, each on a thread of its own. A listener that falls too far behind loses
 * announcements, which is counted and said; the record of a run is the store, not this.
 */
public final class Announcer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);
    private static final int BACKLOG = 100_000;

    private final List<Subscription> subscriptions;

    public Announcer(List<EngineListener> listeners, Threads threads) {
        subscriptions = listeners.stream()
                .map(listener -> new Subscription(listener, threads))
                .toList();
    }

    public void announce(RunState after, List<Transition> transitions, Instant at) {
        for (var transition : transitions) {
            announce(listener -> listener.committed(after, transition, at));
        }
    }

    /** An execution has told how far it is. */
    public void progressed(UUID runId, String stepId, double progress, Instant at) {
        announce(listener -> listener.progressed(runId, stepId, progress, at));
    }

    private void announce(Consumer<EngineListener> announcement) {
        subscriptions.forEach(subscription -> subscription.offer(announcement));
    }

    /** Returns once everything announced so far was passed on. */
    @Override
    public void close() {
        subscriptions.forEach(Subscription::close);
    }

    private static final class Subscription {
        private final EngineListener listener;
        private final LinkedBlockingQueue<Consumer<EngineListener>> backlog = new LinkedBlockingQueue<>(BACKLOG);
        private final AtomicLong lost = new AtomicLong();
        private final Thread thread;
        private volatile boolean closing;

        Subscription(EngineListener listener, Threads threads) {
            this.listener = listener;
            this.thread = threads.start("announcer-" + listener.getClass().getSimpleName(), this::deliver);
        }

        void offer(Consumer<EngineListener> announcement) {
            if (!backlog.offer(announcement) && lost.incrementAndGet() % 1_000 == 1) {
                LOG.warn("[RunEngine] {} is too slow: {} announcements lost", listener, lost.get());
            }
        }

        private void deliver() {
            while (!closing || !backlog.isEmpty()) {
                try {
                    backlog.take().accept(listener);
                } catch (InterruptedException e) {
                    // Only close() interrupts: go on until the backlog is empty.
                } catch (RuntimeException e) {
                    LOG.error("[RunEngine] {} failed", listener, e);
                }
            }
        }

        void close() {
            closing = true;
            thread.interrupt();
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
