package dev.runengine.runtime.memory;

import dev.runengine.core.run.RunStatus;
import dev.runengine.core.run.StepStatus;
import dev.runengine.runtime.port.ArtifactRecord;
import dev.runengine.runtime.port.RunQueries;
import dev.runengine.runtime.port.RunRecord;
import dev.runengine.runtime.port.StepRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Looks at the runs of an {@link InMemoryStore}, each time as of one moment: under its monitor. */
public final class InMemoryRunQueries implements RunQueries {
    private static final Comparator<RunRecord> NEWEST_FIRST = Comparator.comparing(RunRecord::createdAt)
            .thenComparing(RunRecord::runId)
            .reversed();

    private final InMemoryStore store;

    public InMemoryRunQueries(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Optional<RunRecord> run(String tenant, UUID runId) {
        synchronized (store) {
            return owned(tenant, runId).map(run -> view(run, true));
        }
    }

    @Override
    public Page runs(String tenant, Filter filter, Optional<Cursor> after, int limit) {
        synchronized (store) {
            var fitting = store.all().stream()
                    .filter(run -> run.asked().tenant().equals(tenant))
                    .map(run -> view(run, false))
                    .filter(fits(filter))
                    .sorted(NEWEST_FIRST)
                    .filter(run -> after.isEmpty() || isAfter(run, after.get()))
                    .limit(limit + 1L)
                    .toList();
            if (fitting.size() <= limit) {
                return new Page(fitting, Optional.empty());
            }
            var last = fitting.get(limit - 1);
            return new Page(fitting.subList(0, limit), Optional.of(new Cursor(last.createdAt(), last.runId())));
        }
    }

    private static boolean isAfter(RunRecord run, Cursor cursor) {
        int byTime = run.createdAt().compareTo(cursor.createdAt());
        return byTime < 0 || (byTime == 0 && run.runId().compareTo(cursor.runId()) < 0);
    }

    private static Predicate<RunRecord> fits(Filter filter) {
        return run -> filter.status().map(run.status()::equals).orElse(true)
                && filter.workflowName().map(run.workflowName()::equals).orElse(true)
                && filter.triggerType().map(run.triggerType()::equals).orElse(true)
                && filter.baseRunId()
                        .map(id -> run.baseRunId().equals(Optional.of(id)))
                        .orElse(true)
                && filter.createdFrom()
                        .map(from -> !run.createdAt().isBefore(from))
                        .orElse(true)
                && filter.createdTo().map(to -> run.createdAt().isBefore(to)).orElse(true);
    }

    @Override
    public Optional<List<StepRecord>> steps(String tenant, UUID runId, Optional<StepStatus> status) {
        synchronized (store) {
            return owned(tenant, runId)
                    .map(run -> IntStream.range(0, run.steps.size())
                            .mapToObj(step -> MemoryViews.step(run, step))
                            .filter(step -> status.isEmpty() || step.status() == status.get())
                            .toList());
        }
    }

    @Override
    public Optional<StepDetail> step(String tenant, UUID runId, String stepId) {
        synchronized (store) {
            return owned(tenant, runId)
                    .flatMap(run -> run.asked().workflow().find(stepId).stream()
                            .boxed()
                            .findFirst()
                            .map(step -> MemoryViews.detail(run, step)));
        }
    }

    @Override
    public Optional<List<ArtifactRecord>> artifacts(String tenant, UUID runId, Optional<String> stepId) {
        synchronized (store) {
            return owned(tenant, runId).map(run -> {
                var artifacts = new ArrayList<ArtifactRecord>();
                for (int step = 0; step < run.steps.size(); step++) {
                    var id = run.asked().workflow().step(step).id();
                    if (stepId.isEmpty() || stepId.get().equals(id)) {
                        artifacts.addAll(MemoryViews.artifacts(run, step));
                    }
                }
                return artifacts;
            });
        }
    }

    @Override
    public Optional<ArtifactRecord> artifact(String tenant, UUID artifactId) {
        synchronized (store) {
            return store.all().stream()
                    .filter(run -> run.asked().tenant().equals(tenant))
                    .flatMap(run -> IntStream.range(0, run.steps.size())
                            .boxed()
                            .flatMap(step -> MemoryViews.artifacts(run, step).stream()))
                    .filter(artifact -> artifact.artifact().id().equals(artifactId))
                    .findFirst();
        }
    }

    @Override
    public QueueCounts counts() {
        synchronized (store) {
            long waiting = store.all().stream()
                    .filter(run -> !run.status.over() && run.owner == null)
                    .count();
            long active = store.all().stream().filter(run -> run.owner != null).count();
            return new QueueCounts(
                    waiting,
                    active,
                    0,
                    store.count(RunStatus.COMPLETED),
                    store.count(RunStatus.FAILED),
                    store.count(RunStatus.CANCELLED),
                    Optional.empty(),
                    1);
        }
    }

    private RunRecord view(MemoryRun run, boolean payload) {
        return MemoryViews.run(run, store.turns().waitOf(run), payload);
    }

    private Optional<MemoryRun> owned(String tenant, UUID runId) {
        return store.find(runId).filter(run -> run.asked().tenant().equals(tenant));
    }
}
