package dev.runengine.runtime.memory;

import dev.runengine.runtime.port.QueueBoard;
import dev.runengine.runtime.port.RunQueries.Cursor;
import dev.runengine.runtime.port.RunQueries.QueueCounts;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The queue over the runs of an {@link InMemoryStore}. */
public final class InMemoryQueueBoard implements QueueBoard {
    private static final Comparator<Job> NEWEST_FIRST =
            Comparator.comparing(Job::createdAt).thenComparing(Job::runId).reversed();

    private final InMemoryStore store;
    private final InMemoryBell bell;
    private final InstantSource clock;

    /** @param clock the store's, which judges what is delayed */
    public InMemoryQueueBoard(InMemoryStore store, InMemoryBell bell, InstantSource clock) {
        this.store = store;
        this.bell = bell;
        this.clock = clock;
    }

    @Override
    public Standing standing(String tenant) {
        synchronized (store) {
            return new Standing(counts(runs(tenant), clock.instant()), store.queuePausedAt(tenant));
        }
    }

    /** @param runs those to be counted, under the store's monitor */
    static QueueCounts counts(List<MemoryRun> runs, Instant now) {
        return new QueueCounts(
                count(runs, now, State.WAITING),
                count(runs, now, State.ACTIVE),
                count(runs, now, State.DELAYED),
                count(runs, now, State.PAUSED),
                count(runs, now, State.COMPLETED),
                count(runs, now, State.FAILED),
                count(runs, now, State.CANCELLED),
                runs.stream()
                        .filter(run -> run.queueState(now) == State.WAITING)
                        .map(run -> run.claimableAt)
                        .min(Comparator.naturalOrder()),
                1);
    }

    private static long count(List<MemoryRun> runs, Instant now, State state) {
        return runs.stream().filter(run -> run.queueState(now) == state).count();
    }

    @Override
    public Page jobs(String tenant, Optional<State> state, Optional<Cursor> after, int limit) {
        synchronized (store) {
            var now = clock.instant();
            var fitting = runs(tenant).stream()
                    .map(run -> job(run, now))
                    .filter(job -> state.isEmpty() || job.state() == state.get())
                    .sorted(NEWEST_FIRST)
                    .filter(job -> after.isEmpty() || isAfter(job, after.get()))
                    .limit(limit + 1L)
                    .toList();
            if (fitting.size() <= limit) {
                return new Page(fitting, Optional.empty());
            }
            var last = fitting.get(limit - 1);
            return new Page(fitting.subList(0, limit), Optional.of(new Cursor(last.createdAt(), last.runId())));
        }
    }

    private static Job job(MemoryRun run, Instant now) {
        var asked = run.asked();
        return new Job(
                asked.runId(),
                asked.workflow().name(),
                run.queueState(now),
                asked.priority(),
                run.status.over() ? Optional.empty() : Optional.of(run.claimableAt),
                asked.createdAt());
    }

    private static boolean isAfter(Job job, Cursor cursor) {
        int byTime = job.createdAt().compareTo(cursor.createdAt());
        return byTime < 0 || (byTime == 0 && job.runId().compareTo(cursor.runId()) < 0);
    }

    @Override
    public void pause(String tenant, Instant at) {
        store.pauseQueue(tenant, at);
    }

    @Override
    public void resume(String tenant) {
        store.resumeQueue(tenant);
        bell.workIsWaiting();
    }

    @Override
    public int promote(String tenant, Optional<UUID> runId) {
        int promoted;
        synchronized (store) {
            var now = clock.instant();
            var delayed = runs(tenant).stream()
                    .filter(run -> run.queueState(now) == State.DELAYED)
                    .filter(run -> runId.isEmpty() || run.asked().runId().equals(runId.get()))
                    .toList();
            delayed.forEach(run -> run.claimableAt = now);
            promoted = delayed.size();
        }
        bell.workIsWaiting();
        return promoted;
    }

    private List<MemoryRun> runs(String tenant) {
        return store.all().stream()
                .filter(run -> run.asked().tenant().equals(tenant))
                .toList();
    }
}
