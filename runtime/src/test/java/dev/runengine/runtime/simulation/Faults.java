package dev.runengine.runtime.simulation;

import java.util.List;
import java.util.random.RandomGenerator;

/** What goes wrong, and when. After {@link #LAST_MS} nothing does any more, and every node is up again. */
final class Faults {
    static final long LAST_MS = 22_000;

    private static final int BEGIN_WITHIN_MS = 7_000;
    private static final int MOST = 7;

    private final World world;
    private final RandomGenerator random;
    private final List<Node> nodes;

    Faults(World world, RandomGenerator random, List<Node> nodes) {
        this.world = world;
        this.random = random;
        this.nodes = nodes;
    }

    void plan() {
        for (int i = random.nextInt(MOST + 1); i > 0; i--) {
            var node = nodes.get(random.nextInt(nodes.size()));
            world.after(random.nextInt(BEGIN_WITHIN_MS), () -> strike(node));
        }
        world.after(LAST_MS, world.store().weather::calmDown);
    }

    private void strike(Node node) {
        switch (random.nextInt(10)) {
            case 0, 1 -> world.afterPieces(random.nextInt(60), () -> crash(node));
            case 2 -> doom(node, Doom.Moment.BEFORE_COMMIT);
            case 3 -> doom(node, Doom.Moment.AFTER_COMMIT);
            case 4, 5, 6 -> world.afterPieces(random.nextInt(60), () -> pause(node));
            case 7 -> outage();
            case 8 -> {
                int downMs = random.nextInt(3_000);
                node.terminate(() -> world.after(downMs, node::restart));
            }
            default -> world.store().evict();
        }
    }

    private void crash(Node node) {
        node.crash(random.nextBoolean());
        world.after(random.nextInt(5_000), node::restart);
    }

    private void doom(Node node, Doom.Moment moment) {
        node.doom(moment);
        boolean noticed = random.nextBoolean();
        world.after(500 + random.nextInt(2_500), () -> {
            node.crash(noticed);
            node.restart();
        });
    }

    /** Shorter than a lease, or longer. */
    private void pause(Node node) {
        node.pause();
        int leaseMs = (int) SimulatedStore.LEASE.toMillis();
        world.after(leaseMs / 2 + random.nextInt(2 * leaseMs), node::resume);
    }

    private void outage() {
        var weather = world.store().weather;
        weather.beginOutage();
        world.after(random.nextInt(random.nextInt(4) == 0 ? 6_000 : 1_500), () -> {
            weather.endOutage();
            world.excuseAll();
        });
    }
}
