package dev.runengine.runtime.wake;

import dev.runengine.runtime.port.Timer;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/** Lets one thread wait for others to ring, or for a while. Rings that nobody has answered yet are one. */
public final class Doorbell {
    private final Timer timer;
    private final Semaphore rings = new Semaphore(0);

    public Doorbell(Timer timer) {
        this.timer = timer;
    }

    public void ring() {
        rings.release();
    }

    public void await(Duration longest) throws InterruptedException {
        var alarm = timer.at(timer.instant().plus(longest), this::ring);
        try {
            rings.acquire();
            rings.drainPermits();
        } finally {
            alarm.cancel();
        }
    }
}
