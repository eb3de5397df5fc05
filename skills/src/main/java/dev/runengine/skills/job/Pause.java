package dev.runengine.skills.job;

import java.time.Duration;

/** Waiting between two looks at a job. */
@FunctionalInterface
public interface Pause {
    void pause(Duration time) throws InterruptedException;
}
