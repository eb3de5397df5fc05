package dev.runengine.core.skill;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Nobody looks after the execution: what it records is forgotten with it. For trying a skill outside an engine. */
public final class Unattended implements Supervisor, JobLedger {
    private final InstantSource clock;
    private volatile Optional<JobRecord> job = Optional.empty();

    public Unattended(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public JobLedger jobs() {
        return this;
    }

    @Override
    public void heartbeat(double progress) {
        // nobody listens
    }

    @Override
    public void pause(Duration time) throws InterruptedException {
        Thread.sleep(time);
    }

    @Override
    public Optional<JobRecord> job() {
        return job;
    }

    @Override
    public void submitting() {
        job = Optional.of(new JobRecord.Submitting(clock.instant()));
    }

    @Override
    public void submitted(String jobId) {
        job = Optional.of(new JobRecord.Submitted(jobId, clock.instant()));
    }

    @Override
    public void refused() {
        job = Optional.empty();
    }
}
