package dev.runengine.runtime.journal;

import dev.runengine.runtime.port.Journal;
import dev.runengine.runtime.port.Journal.Entry;
import dev.runengine.runtime.port.Journal.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Shares commits between the runs of a node. Whoever finds no commit in progress leads the next one with all that is
 * waiting; nobody lingers for company, so an idle node commits at once and a busy one in batches.
 */
public final class GroupCommit implements Commits {
    private static final int MAX_BATCH = 1_000;

    private final Journal journal;
    private final ConcurrentLinkedQueue<Ticket> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock commit = new ReentrantLock();

    public GroupCommit(Journal journal) {
        this.journal = journal;
    }

    @Override
    public Outcome commit(Entry entry) throws InterruptedException {
        var ticket = new Ticket(entry);
        waiting.add(ticket);
        commit.lockInterruptibly();
        try {
            while (ticket.outcome == null) {
                lead(ticket);
            }
            return ticket.outcome;
        } finally {
            commit.unlock();
        }
    }

    private void lead(Ticket own) throws InterruptedException {
        var batch = new ArrayList<Ticket>();
        while (batch.size() < MAX_BATCH) {
            var next = waiting.poll();
            if (next == null) {
                break;
            }
            batch.add(next);
        }
        var outcomes = commitAll(batch, own);
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).outcome = outcomes.get(i);
        }
    }

    private List<Outcome> commitAll(List<Ticket> batch, Ticket own) throws InterruptedException {
        try {
            return journal.commit(batch.stream().map(ticket -> ticket.entry).toList());
        } catch (InterruptedException | RuntimeException e) {
            // Only the leader gives up: the others' entries wait for the next one.
            batch.remove(own);
            waiting.addAll(batch);
            throw e;
        }
    }

    /** Guarded by the lock, once it is in the queue. */
    private static final class Ticket {
        final Entry entry;

        @Nullable
        Outcome outcome;

        Ticket(Entry entry) {
            this.entry = entry;
        }
    }
}
