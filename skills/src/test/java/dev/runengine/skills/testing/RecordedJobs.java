package dev.runengine.skills.testing;

import dev.runengine.core.skill.JobLedger;
import dev.runengine.core.skill.JobRecord;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A ledger that can be handed to a next execution, and knows all that was recorded. */
public final class RecordedJobs implements JobLedger {
    private final InstantSource clock;
    private final List<Optional<JobRecord>> history = new CopyOnWriteArrayList<>();

    public RecordedJobs(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Optional<JobRecord> job() {
        return history.isEmpty() ? Optional.empty() : history.getLast();
    }

    @Override
    public void submitting() {
        history.add(Optional.of(new JobRecord.Submitting(clock.instant())));
    }

    @Override
    public void submitted(String jobId) {
        history.add(Optional.of(new JobRecord.Submitted(jobId, clock.instant())));
    }

    @Override
    public void refused() {
        history.add(Optional.empty());
    }

    public List<Optional<JobRecord>> history() {
        return List.copyOf(history);
    }
}
