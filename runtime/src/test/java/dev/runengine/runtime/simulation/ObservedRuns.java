package dev.runengine.runtime.simulation;

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

/** The runs as a process sees them, over its link and with somebody watching. */
record ObservedRuns(RunStore store, Link link, Oracle oracle) implements RunStore {
    @Override
    public CreateAnswer create(NewRun run) {
        return link.call(() -> {
            oracle.created(run);
            return store.create(run);
        });
    }

    @Override
    public Optional<RecordedRun> load(UUID runId) {
        return link.call(() -> store.load(runId));
    }

    @Override
    public Optional<RecordedBase> base(String tenant, UUID runId) {
        return link.call(() -> store.base(tenant, runId));
    }

    @Override
    public CancelAnswer requestCancel(String tenant, UUID runId, Instant at) {
        return link.call(() -> {
            var answer = store.requestCancel(tenant, runId, at);
            oracle.cancelAsked(runId, answer);
            return answer;
        });
    }

    @Override
    public PauseAnswer pause(String tenant, UUID runId, Instant at) {
        return link.call(() -> store.pause(tenant, runId, at));
    }

    @Override
    public PauseAnswer resume(String tenant, UUID runId, Instant at) {
        return link.call(() -> store.resume(tenant, runId, at));
    }

    @Override
    public RetryAnswer retry(String tenant, UUID runId, Instant at) {
        return link.call(() -> {
            var answer = store.retry(tenant, runId, at);
            oracle.retried(runId, answer);
            return answer;
        });
    }

    @Override
    public SettleAnswer settle(String tenant, UUID runId, String stepId, Settlement settlement, Instant at) {
        return link.call(() -> store.settle(tenant, runId, stepId, settlement, at));
    }

    @Override
    public List<HeldSettlement> settlements(Collection<UUID> runIds) {
        return link.call(() -> store.settlements(runIds));
    }
}
