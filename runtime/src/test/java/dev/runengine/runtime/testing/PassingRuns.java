package dev.runengine.runtime.testing;

import dev.runengine.core.run.Settlement;
import dev.runengine.runtime.port.HeldSettlement;
import dev.runengine.runtime.port.NewRun;
import dev.runengine.runtime.port.RecordedBase;
import dev.runengine.runtime.port.RunStore;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Passes everything on: for stores that do one thing differently. */
public class PassingRuns implements RunStore {
    private final RunStore next;

    public PassingRuns(RunStore next) {
        this.next = next;
    }

    @Override
    public CreateAnswer create(NewRun run) {
        return next.create(run);
    }

    @Override
    public Optional<RecordedRun> load(UUID runId) {
        return next.load(runId);
    }

    @Override
    public Optional<RecordedBase> base(String tenant, UUID runId) {
        return next.base(tenant, runId);
    }

    @Override
    public CancelAnswer requestCancel(String tenant, UUID runId, Instant at) {
        return next.requestCancel(tenant, runId, at);
    }

    @Override
    public PauseAnswer pause(String tenant, UUID runId, Instant at) {
        return next.pause(tenant, runId, at);
    }

    @Override
    public PauseAnswer resume(String tenant, UUID runId, Instant at) {
        return next.resume(tenant, runId, at);
    }

    @Override
    public RetryAnswer retry(String tenant, UUID runId, Instant at) {
        return next.retry(tenant, runId, at);
    }

    @Override
    public SettleAnswer settle(String tenant, UUID runId, String stepId, Settlement settlement, Instant at) {
        return next.settle(tenant, runId, stepId, settlement, at);
    }

    @Override
    public List<HeldSettlement> settlements(Collection<UUID> runIds) {
        return next.settlements(runIds);
    }
}
