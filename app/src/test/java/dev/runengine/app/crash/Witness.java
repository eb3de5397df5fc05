package dev.runengine.app.crash;

import dev.runengine.app.crash.Observer.Execution;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Sees every execution, and asks the database each time whether it may be. */
final class Witness {
    private final Rows rows;
    private final Map<String, UUID> runs = new ConcurrentHashMap<>();
    private final List<Execution> executions = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    Witness(Rows rows) {
        this.rows = rows;
    }

    void knows(String run, UUID runId) {
        runs.put(run, runId);
    }

    /** @param alive a dead node's last words are heard late; the database has moved on since */
    void started(Execution execution, boolean alive) {
        note(execution);
        if (!alive) {
            return;
        }
        var steps = rows.steps(runs.getOrDefault(execution.run(), new UUID(0, 0))).stream()
                .collect(Collectors.toMap(Rows.Step::id, step -> step));
        var own = steps.get(execution.step());
        if (own == null || !own.status().equals("running") || !own.key().equals(execution.key())) {
            complain("not on record as running: " + execution + " but " + own);
        }
        for (var before : Campaign.DEPENDENCIES.getOrDefault(execution.step(), List.of())) {
            var recorded = steps.get(before);
            if (recorded == null || !recorded.status().equals("completed")) {
                complain("executed before " + before + " was on record as completed: " + execution);
            }
        }
    }

    private synchronized void note(Execution execution) {
        executions.add(execution);
    }

    /** What gave up is no execution that was lost: a person lets the step go on. */
    synchronized void gaveUp(Execution execution) {
        executions.remove(execution);
    }

    private synchronized void complain(String what) {
        complaints.add(what);
    }

    synchronized List<String> complaints() {
        return List.copyOf(complaints);
    }

    synchronized List<Execution> executions() {
        return List.copyOf(executions);
    }

    /** All executions of each step of each run, in their order. */
    Map<String, List<Execution>> bySteps() {
        return executions().stream()
                .collect(Collectors.groupingBy(execution -> Campaign.product(execution.run(), execution.step())));
    }
}
