package dev.runengine.runtime.port;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;

/** The time, and calls at a time to come. Tests move it by hand. */
public interface Timer extends InstantSource {
    /** Calls once, soon after that time, on a thread that must not block. */
    Alarm at(Instant time, Runnable action);

    /** Blocks for that long by this clock, and no other. */
    default void sleep(Duration duration) throws InterruptedException {
        var over = new CountDownLatch(1);
        var alarm = at(instant().plus(duration), over::countDown);
        try {
            over.await();
        } finally {
            alarm.cancel();
        }
    }

    interface Alarm {
        /** After this the action does not start any more; one that has started goes on. */
        void cancel();
    }
}
