package dev.runengine.app.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.run.Settlement;
import dev.runengine.runtime.engine.Answer;
import dev.runengine.runtime.port.JobStanding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Several runs on a fleet of which a node is killed at one point; then what is on record, and what was executed. */
final class Trial implements Observer {
    private static final int RUNS = 4;
    private static final int WORK_MS = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final AtomicInteger TRIALS = new AtomicInteger();

    private final Fleet fleet;
    private final KillPoint point;
    private final Killer killer;
    private final Witness witness;
    private final Map<String, UUID> runs = new LinkedHashMap<>();
    private final Set<String> settled = new HashSet<>();

    Trial(Fleet fleet, KillPoint point) {
        this.fleet = fleet;
        this.point = point;
        this.killer = new Killer(point, fleet);
        this.witness = new Witness(fleet.rows());
    }

    /**
     * What came of it.
     *
     * @param together how many runs shared the write at which the node was killed
     * @param held steps that waited for a person
     * @param recovery from the last death until all runs were over
     */
    record Figures(int runs, int deaths, int together, int executions, int repeated, int held, Duration recovery) {}

    Figures run() throws InterruptedException {
        fleet.provider().hasLookUp(point.lookUp());
        fleet.observe(this);
        var trial = "t" + TRIALS.incrementAndGet() + "p" + point.number(); // a point may be tried again
        for (int n = 0; n < RUNS; n++) {
            var name = trial + "r" + n;
            var runId = fleet.trigger(name, WORK_MS);
            runs.put(name, runId);
            witness.knows(name, runId);
        }
        var ids = List.copyOf(runs.values());
        killer.runs(ids);
        killer.awaitDeaths();
        Patience.until("the end of the runs after " + point, PATIENCE, () -> {
            settleHeld();
            return fleet.rows().areOver(ids);
        });
        var recovery = Duration.ofNanos(System.nanoTime() - killer.lastDeath());
        runs.forEach((name, runId) ->
                WholeRun.assertWhole(fleet, name, runId, killer.victims().size()));
        assertThat(witness.complaints()).isEmpty();
        return new Figures(
                RUNS,
                killer.victims().size(),
                killer.runsInTheWrite(),
                witness.executions().size(),
                repeated(),
                settled.size(),
                recovery);
    }

    /** Only what a victim was executing when it died is executed again. */
    private int repeated() {
        int repeated = 0;
        for (var executions : witness.bySteps().values()) {
            var lost = new ArrayList<>(executions.subList(0, executions.size() - 1));
            assertThat(lost.stream().map(Execution::node).collect(Collectors.toSet()))
                    .as("executions that were not the last: %s", executions)
                    .hasSize(lost.size())
                    .isSubsetOf(killer.victims());
            repeated += lost.size();
        }
        return repeated;
    }

    /** As a person who has looked at the provider's page. */
    private void settleHeld() {
        if (point.lookUp()) {
            return;
        }
        for (var runId : runs.values()) {
            for (var step : fleet.engine()
                    .queries()
                    .steps(Fleet.TENANT, runId, Optional.empty())
                    .orElseThrow()) {
                if (step.job().filter(JobStanding::held).isPresent()) {
                    settle(runId, step.stepId());
                }
            }
        }
    }

    private void settle(UUID runId, String stepId) {
        var key = fleet.rows().steps(runId).stream()
                .filter(step -> step.id().equals(stepId))
                .findFirst()
                .orElseThrow()
                .key();
        var job = fleet.provider().job(key.toString());
        var truth = job.<Settlement>map(Settlement.KnownJob::new).orElseGet(Settlement.NeverSubmitted::new);
        if (fleet.engine().settle(Fleet.TENANT, runId, stepId, truth) instanceof Answer.Accepted) {
            settled.add(runId + "/" + stepId);
        }
    }

    @Override
    public void writing(String node, List<Recording> write) throws InterruptedException {
        killer.writing(node, write);
    }

    @Override
    public void written(String node, List<Recording> write) {
        killer.written(node, write);
    }

    @Override
    public void started(Execution execution) {
        witness.started(execution, fleet.node(execution.node()).isAlive());
    }

    @Override
    public void gaveUp(Execution execution) {
        witness.gaveUp(execution);
    }
}
