package dev.runengine.runtime.simulation;

import dev.runengine.runtime.limit.Limits;
import dev.runengine.runtime.node.EngineNode;
import dev.runengine.runtime.node.NodeSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/** All that a seed stands for: a store, nodes, workflows, wishes, and what goes wrong. */
final class World {
    /** Far more than retries, time limits and leases can add up to. */
    private static final long LONGEST_MS = 30 * 60_000;

    private static final long MOST_PIECES = 1_000_000;

    /** Longer than a skill that does not listen is waited for, and than it takes. */
    private static final long SETTLED_MS = 16_000;

    private final long seed;
    private final RandomGenerator random;
    private final Scheduler scheduler;
    private final Complaints complaints = new Complaints();
    private final Trace trace;
    private final SimulatedStore store;
    private final Life outside;
    private final Life clients;
    private final List<Graph> graphs = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private final List<Countdown> countdowns = new ArrayList<>();
    private final int failuresIn100;

    private static final class Countdown {
        final Runnable work;
        int pieces;

        Countdown(int pieces, Runnable work) {
            this.pieces = pieces;
            this.work = work;
        }
    }

    World(long seed, Sabotage sabotage, boolean traced) {
        this.seed = seed;
        this.random = new SplittableRandom(seed);
        this.scheduler = new Scheduler(random);
        this.trace = new Trace(traced, scheduler);
        this.failuresIn100 = random.nextInt(3) * 12;
        var oracle = new Oracle(scheduler, complaints, trace);
        this.store = new SimulatedStore(scheduler, random, new Weather(random), oracle, sabotage);
        this.outside = newLife("outside");
        this.clients = newLife("client");
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            graphs.add(Graph.of(random, "f" + i));
        }
        oracle.knows(graphs);
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            nodes.add(new Node(this, "n" + i, random));
        }
    }

    SimulatedStore store() {
        return store;
    }

    Trace trace() {
        return trace;
    }

    Leaks leaks() {
        return new Leaks(complaints);
    }

    Life newLife(String name) {
        return new Life(scheduler, name, complaints);
    }

    EngineNode engine(Life life, Doom doom, NodeSettings settings) {
        return EngineNode.start(
                store.ports(life, doom),
                new SimulatedSkills(scheduler, random, store.oracle, life, failuresIn100),
                (_, _) -> List.of(),
                graphs.stream().map(Graph::workflow).toList(),
                List.of((_, _, _) -> {}),
                life.host(random),
                settings);
    }

    void after(long ms, Runnable work) {
        scheduler.at(scheduler.now().plusMillis(ms), outside, work);
    }

    /** At some point of what goes on right now. */
    void afterPieces(int pieces, Runnable work) {
        countdowns.add(new Countdown(pieces, work));
    }

    /** Nobody can be expected to have reached the store until now. */
    void excuseAll() {
        nodes.forEach(node -> node.life().excuse());
    }

    /** @return the digest of all that happened. @throws AssertionError naming the seed and the rule that broke */
    long play() {
        wish();
        new Faults(this, random, nodes).plan();
        runUntil(
                "every run is over",
                () -> scheduler.nowMs() > Faults.LAST_MS && clients.threads().isEmpty() && store.oracle.allOver());
        long settled = scheduler.nowMs() + SETTLED_MS;
        runUntil("time passes", () -> scheduler.nowMs() >= settled);
        nodes.forEach(node -> leaks().whileIdle(node.life()));
        nodes.forEach(node -> node.terminate(() -> {}));
        runUntil(
                "every node has ended",
                () -> nodes.stream().allMatch(node -> node.life().isDead()));
        check();
        return scheduler.digest();
    }

    private void wish() {
        var settings = new NodeSettings(false, 1, 1, Limits.NONE, Node.HEARTBEAT, Node.HEARTBEAT);
        clients.start("first", () -> {
            var engine = engine(newLife("api"), new Doom(), settings).engine();
            var client = new Client(scheduler, random, clients, engine, store.queries(), graphs);
            for (int i = 1 + random.nextInt(8); i > 0; i--) {
                client.wish(i);
            }
        });
    }

    private void runUntil(String what, BooleanSupplier goal) {
        while (!goal.getAsBoolean()) {
            check();
            countDown();
            if (!scheduler.step() || scheduler.nowMs() > LONGEST_MS || scheduler.pieces() > MOST_PIECES) {
                complaints.add("stuck, before " + what + ": " + store.oracle.unfinished());
                check();
            }
        }
    }

    private void countDown() {
        for (int i = countdowns.size() - 1; i >= 0; i--) {
            var countdown = countdowns.get(i);
            if (countdown.pieces-- <= 0) {
                countdowns.remove(i);
                countdown.work.run();
            }
        }
    }

    private void check() {
        complaints.first().ifPresent(complaint -> {
            throw new Breach(seed, complaint, trace.lines());
        });
    }
}
