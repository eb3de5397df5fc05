package dev.runengine.core.skill;

import java.time.Duration;

/** Whoever looks after an execution: keeps what it records, hears that it is alive, and lets it wait. */
public interface Supervisor {
    JobLedger jobs();

    /**
     * Tells that the execution is getting on. Cheap, so call it often: a skill with a heartbeat limit counts as hung when
     * it was silent for longer.
     *
     * @param progress from 0 to 1, as far as it is known
     */
    void heartbeat(double progress);

    /**
     * Waits by the engine's clock. Meanwhile the execution holds no permit, so that a skill that waits for a provider keeps
     * none from computing; it may come back later than asked for.
     */
    void pause(Duration time) throws InterruptedException;
}
