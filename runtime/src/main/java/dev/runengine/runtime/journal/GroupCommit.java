package dev.runengine.runtime.journal;

import dev.runengine.runtime.port.Journal;
import dev.runengine.runtime.port.Journal.Entry;
import dev.runengine.runtime.port.Journal.Outcome;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Shares commits between the runs of a node. Whoever finds no commit in progress leads the next one with all that is
 * waiting; nobody lingers for company, so an idle node commits at once and a busy one in batches.
 */
public final class GroupCommit implements Commits {
    private static final int MAX_BATCH = 1_000;

    private final Journal journal;
    /** Guarded by this, as is whether somebody leads. */
    private final ArrayDeque<Ticket> waiting = new ArrayDeque<>();

    private boolean led;

    public GroupCommit(Journal journal) {
        this.journal = journal;
    }

    @Override
    public Outcome commit(Entry entry) throws InterruptedException {
        var ticket = new Ticket(entry);
        if (!takesTheLead(ticket)) {
            ticket.awaitNews(this::leave);
        }
        return ticket.outcome != null ? ticket.outcome : lead(ticket);
    }

    private synchronized boolean takesTheLead(Ticket ticket) {
        waiting.add(ticket);
        if (led) {
            return false;
        }
        led = true;
        return true;
    }

    /** The first that waits leads next, and is told before the others hear what became of them: the store shall not idle. */
    private synchronized void passTheLead() {
        var next = waiting.peek();
        if (next == null) {
            led = false;
        } else {
            next.leads = true;
            next.news.release();
        }
    }

    /** Somebody who waited was told to give up. */
    private synchronized void leave(Ticket ticket) {
        ticket.left = true;
        waiting.remove(ticket);
        if (ticket.leads) {
            passTheLead();
        }
    }

    private Outcome lead(Ticket own) throws InterruptedException {
        List<Ticket> batch = List.of();
        List<Outcome> outcomes = List.of();
        try {
            batch = nextBatch(own);
            outcomes = journal.commit(batch.stream().map(ticket -> ticket.entry).toList());
        } finally {
            if (outcomes.isEmpty()) {
                putBack(batch, own); // only the leader gives up: the others' entries wait for the next one
            }
            passTheLead();
        }
        for (int i = 1; i < batch.size(); i++) {
            batch.get(i).hears(outcomes.get(i));
        }
        return outcomes.getFirst();
    }

    /** The leader's own entry comes first. */
    private synchronized List<Ticket> nextBatch(Ticket own) {
        waiting.remove(own);
        var batch = new ArrayList<>(List.of(own));
        while (batch.size() < MAX_BATCH && !waiting.isEmpty()) {
            batch.add(waiting.poll());
        }
        return batch;
    }

    private synchronized void putBack(List<Ticket> batch, Ticket own) {
        batch.stream().filter(ticket -> ticket != own && !ticket.left).forEach(waiting::add);
    }

    /** Somebody's place in the line. */
    private static final class Ticket {
        final Entry entry;
        final Semaphore news = new Semaphore(0);
        /** Both guarded by the line. */
        boolean leads;

        boolean left;

        @Nullable
        volatile Outcome outcome;

        Ticket(Entry entry) {
            this.entry = entry;
        }

        void hears(Outcome what) {
            outcome = what;
            news.release();
        }

        /** Returns when its entry was committed with others', or when it is to lead. */
        void awaitNews(Consumer<Ticket> givingUp) throws InterruptedException {
            try {
                news.acquire();
            } catch (InterruptedException e) {
                givingUp.accept(this);
                throw e;
            }
        }
    }
}
