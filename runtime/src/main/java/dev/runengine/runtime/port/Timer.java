package dev.runengine.runtime.port;

import java.time.Instant;
import java.time.InstantSource;

/** The time, and calls at a time to come. Tests move it by hand. */
public interface Timer extends InstantSource {
    /** Calls once, soon after that time, on a thread that must not block. */
    Alarm at(Instant time, Runnable action);

    interface Alarm {
        /** After this the action does not start any more; one that has started goes on. */
        void cancel();
    }
}
