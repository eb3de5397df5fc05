package dev.runengine.app.crash;

import dev.runengine.app.crash.KillPoint.Moment;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Kills the node that comes to a point, and perhaps the one that takes over. Until the runs are known, nothing is written. */
final class Killer {
    private static final Duration LONGEST_WRITE = Duration.ofMillis(3);

    private final KillPoint point;
    private final Fleet fleet;
    private final Random random;
    private final CountDownLatch known = new CountDownLatch(1);
    private final CountDownLatch done;
    private final List<String> victims = new ArrayList<>();
    private UUID target = new UUID(0, 0);
    private int runsInTheWrite;
    private volatile long lastDeath;

    Killer(KillPoint point, Fleet fleet) {
        this.point = point;
        this.fleet = fleet;
        this.random = new Random(point.number());
        this.done = new CountDownLatch(point.again().isPresent() ? 2 : 1);
    }

    void runs(List<UUID> runs) {
        target = runs.get(random.nextInt(runs.size()));
        known.countDown();
    }

    void awaitDeaths() throws InterruptedException {
        if (!done.await(30, TimeUnit.SECONDS)) {
            throw new AssertionError("no node came to " + point + " for " + target);
        }
    }

    /** In the order of their deaths. */
    synchronized List<String> victims() {
        return List.copyOf(victims);
    }

    /** How many runs the last of them was recording something of. */
    synchronized int runsInTheWrite() {
        return runsInTheWrite;
    }

    long lastDeath() {
        return lastDeath;
    }

    void writing(String node, List<Observer.Recording> write) throws InterruptedException {
        known.await();
        if (isDue(node, write, Moment.BEFORE)) {
            kill(node);
        } else if (isDue(node, write, Moment.DURING)) {
            long after = random.nextLong(LONGEST_WRITE.toNanos());
            Thread.ofVirtual().start(() -> {
                LockSupport.parkNanos(after);
                kill(node);
            });
        }
    }

    void written(String node, List<Observer.Recording> write) {
        if (isDue(node, write, Moment.AFTER)) {
            kill(node);
        }
    }

    /** Takes note of the victim at once, so that its death is not due again before it is dead. */
    private synchronized boolean isDue(String node, List<Observer.Recording> write, Moment now) {
        boolean due = switch (victims.size()) {
            case 0 -> point.moment() == now && write.contains(new Observer.Recording(target, point.transition()));
            case 1 ->
                point.again().equals(Optional.of(now))
                        && !victims.contains(node)
                        && write.stream()
                                .anyMatch(recording -> recording.runId().equals(target));
            default -> false;
        };
        if (due) {
            runsInTheWrite = (int)
                    write.stream().map(Observer.Recording::runId).distinct().count();
            victims.add(node);
        }
        return due;
    }

    private void kill(String node) {
        try {
            fleet.node(node).kill();
            lastDeath = System.nanoTime();
            fleet.launch();
            done.countDown();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("could not kill " + node, e);
        }
    }
}
