package dev.runengine.runtime.cache;

import dev.runengine.core.reuse.CacheAnswer.EntryRef;
import dev.runengine.runtime.journal.Commits;
import dev.runengine.runtime.port.Host;
import dev.runengine.runtime.port.StoreUnavailableException;
import dev.runengine.runtime.port.UseCounts;
import dev.runengine.runtime.port.UseCounts.Use;
import dev.runengine.runtime.wake.Doorbell;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts in memory what the commits of a node reuse, and hands the counts on every few seconds, so that a run pays for no
 * counting. What cannot be handed on is kept for the next time; what a process had not handed on when it died is lost.
 */
public final class UseTally implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(UseTally.class);
    private static final Duration PERIOD = Duration.ofSeconds(10);
    /** Commits that reuse one of these results wait for as long as a batch takes. */
    private static final int BATCH = 200;

    private static final int MOST = 100_000;

    private final UseCounts counts;
    private final int most;
    private final Doorbell bell;
    private final Map<EntryRef, Use> uses = new HashMap<>();
    private long dropped;
    private volatile boolean closing;
    private final Thread thread;

    public UseTally(UseCounts counts, Host host) {
        this(counts, host, MOST);
    }

    /** @param most how many results are kept count of at once */
    UseTally(UseCounts counts, Host host, int most) {
        this.counts = counts;
        this.most = most;
        this.bell = new Doorbell(host.timer());
        this.thread = host.threads().start("run-engine-uses", this::keep);
    }

    /** The same commits, of which those are counted that reuse cached results. */
    public Commits countedFrom(Commits commits) {
        return new CountingCommits(commits, this);
    }

    void used(EntryRef entry, Instant at) {
        synchronized (uses) {
            if (uses.size() < most || uses.containsKey(entry)) {
                uses.merge(entry, new Use(1, at), Use::plus);
            } else {
                dropped++;
            }
        }
    }

    private void keep() {
        try {
            while (!closing) {
                bell.await(PERIOD);
                handOn();
            }
            handOn(); // what was counted since the last time, and before the end
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void handOn() {
        try {
            taken().stream().gather(Gatherers.windowFixed(BATCH)).forEach(this::handOn);
        } catch (StoreUnavailableException e) {
            LOG.debug("Reuses are not counted yet: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("[RunEngine] Counting reuses failed", e);
        }
    }

    private List<Counted> taken() {
        synchronized (uses) {
            if (dropped > 0) {
                LOG.warn("[RunEngine] {} reuses are not counted: those of {} results wait already", dropped, most);
                dropped = 0;
            }
            return uses.entrySet().stream()
                    .map(use -> new Counted(use.getKey(), use.getValue()))
                    .toList();
        }
    }

    private void handOn(List<Counted> batch) {
        var left = counts.add(batch.stream().collect(Collectors.toMap(Counted::entry, Counted::use)));
        synchronized (uses) {
            for (var counted : batch) {
                if (!left.contains(counted.entry())) {
                    uses.computeIfPresent(counted.entry(), (_, now) -> counted.rest(now));
                }
            }
        }
    }

    /** What a result's count was at some time. */
    private record Counted(EntryRef entry, Use use) {
        /** What has come since. */
        @Nullable
        Use rest(Use now) {
            return now.times() == use.times() ? null : new Use(now.times() - use.times(), now.last());
        }
    }

    /** Hands on what there is, once. To be called after the last commit. */
    @Override
    public void close() {
        closing = true;
        bell.ring();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
