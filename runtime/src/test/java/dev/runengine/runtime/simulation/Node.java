package dev.runengine.runtime.simulation;

import dev.runengine.runtime.limit.Limits;
import dev.runengine.runtime.node.EngineNode;
import dev.runengine.runtime.node.NodeSettings;
import dev.runengine.runtime.port.StoreUnavailableException;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A machine on which a real engine lives, dies and is started again. */
final class Node {
    static final Duration HEARTBEAT = Duration.ofMillis(700);

    private final World world;
    private final String name;
    private final NodeSettings settings;
    private int lives;
    private Life life;
    private Doom doom = new Doom();

    @Nullable
    private EngineNode engine;

    Node(World world, String name, RandomGenerator random) {
        this.world = world;
        this.name = name;
        this.settings = new NodeSettings(
                true,
                1 + random.nextInt(8),
                1 + random.nextInt(6),
                Limits.NONE,
                HEARTBEAT,
                Duration.ofMillis(random.nextInt(2) * random.nextInt(2_500)));
        this.life = start();
    }

    private Life start() {
        engine = null;
        doom = new Doom();
        life = world.newLife(name + "." + ++lives);
        life.start("main", this::boot);
        return life;
    }

    /** A server that does not come up is started again by whoever supervises it. */
    private void boot() {
        try {
            engine = world.engine(life, doom, settings);
        } catch (StoreUnavailableException e) {
            life.kill();
            world.after(500, this::restart);
        }
    }

    void restart() {
        if (life.isDead()) {
            world.trace().add(() -> name + " starts");
            life = start();
        }
    }

    boolean isUp() {
        return engine != null && !life.isDead() && !life.isPaused();
    }

    Life life() {
        return life;
    }

    /** As {@code kill -9} does. @param noticed whether the store sees it before the lease is over */
    void crash(boolean noticed) {
        if (!life.isDead()) {
            world.trace().add(() -> life + " crashes" + (noticed ? "" : " unnoticed"));
            life.kill();
        }
        if (noticed) {
            world.store().noticeDeath(life);
        }
    }

    /** It dies at its next commit, if there is one. */
    void doom(Doom.Moment moment) {
        doom.setFor(moment);
    }

    void pause() {
        if (isUp()) {
            world.trace().add(() -> life + " pauses");
            life.pause();
        }
    }

    void resume() {
        if (life.isPaused()) {
            world.trace().add(() -> life + " goes on");
            life.resume();
        }
    }

    /** As SIGTERM does: hands over, then ends. Does nothing to a node that is not up. */
    void terminate(Runnable afterwards) {
        var running = engine;
        if (running == null || !isUp()) {
            return;
        }
        world.trace().add(() -> life + " is told to end");
        var ending = life;
        engine = null;
        ending.start("shutdown", () -> {
            running.close();
            world.trace().add(() -> ending + " has ended");
            world.leaks().afterClose(ending);
            ending.kill();
            afterwards.run();
        });
    }
}
