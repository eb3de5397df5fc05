package dev.runengine.runtime.simulation;

import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JNumber;
import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.run.RunStatus;
import dev.runengine.core.run.StepState;
import dev.runengine.core.workflow.CachePolicy;
import dev.runengine.runtime.port.Journal;
import dev.runengine.runtime.port.Journal.Entry;
import dev.runengine.runtime.port.Journal.Outcome;
import dev.runengine.runtime.port.Journal.Ownership;
import dev.runengine.runtime.port.NewRun;
import dev.runengine.runtime.port.RunQueue.Claim;
import dev.runengine.runtime.port.RunStore;
import dev.runengine.runtime.port.SkillRunner;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Watches the store and the skills, keeps its own record of what must be true, and complains about the first thing that
 * is not. It shares no rule with the engine. All calls come at the moment the thing happens.
 */
final class Oracle {
    /** How long after a pause or an outage a worker may still not know what it has lost: a heartbeat and its way. */
    private static final long SLACK_MS = Node.HEARTBEAT.toMillis() + 800;

    private final Scheduler scheduler;
    private final Complaints complaints;
    private final Trace trace;
    private final Map<String, Graph> graphs = new HashMap<>();
    private final Map<UUID, RunTruth> runs = new LinkedHashMap<>();
    private final Map<String, RunTruth> wishes = new HashMap<>();
    private final StepRules rules;
    private final ExecutionRules executions;
    private final ResultRules results;

    @Nullable
    private RunStore recorded;

    Oracle(Scheduler scheduler, Complaints complaints, Trace trace) {
        this.scheduler = scheduler;
        this.complaints = complaints;
        this.trace = trace;
        this.rules = new StepRules(scheduler, complaints);
        this.results = new ResultRules(complaints);
        this.executions = new ExecutionRules(scheduler, complaints, trace, SLACK_MS);
    }

    void knows(Collection<Graph> workflows) {
        workflows.forEach(graph -> graphs.put(graph.name(), graph));
    }

    /** What is really recorded, to compare with. */
    void sees(RunStore store) {
        this.recorded = store;
    }

    Collection<RunTruth> runs() {
        return runs.values();
    }

    boolean allOver() {
        return runs.values().stream().allMatch(run -> run.status.over());
    }

    void created(NewRun run) {
        var graph = graph(run.workflow().name());
        var parts = new HashMap<String, Integer>();
        run.base()
                .ifPresentOrElse(
                        base -> {
                            parts.putAll(truth(base.runId()).parts);
                            var change = base.change().orElseThrow();
                            parts.put(change.type(), part(change.payload()));
                        },
                        () -> parts.putAll(parts(run.trigger())));
        var truth = new RunTruth(run.runId(), "r" + runs.size(), graph, parts, step -> shares(run, step));
        runs.put(run.runId(), truth);
        run.answer()
                .map(answer -> wishes.put(answer.key().key(), truth))
                .ifPresent(first -> require(false, truth, "is the second run of one wish, after " + first));
        trace.add(() -> truth + " is queued: " + graph + " " + parts);
    }

    private static boolean shares(NewRun run, Graph.Step step) {
        var forced = run.base()
                .flatMap(NewRun.BaseOf::change)
                .filter(change -> change.force() && change.type().equals(step.id()));
        var flags = run.cache();
        return step.cache().equals(CachePolicy.GLOBAL)
                && flags.read()
                && flags.write()
                && flags.coalesce()
                && forced.isEmpty();
    }

    private static Map<String, Integer> parts(Json trigger) {
        var parts = new HashMap<String, Integer>();
        if (trigger instanceof JObject object && object.get("parts").orElse(JObject.EMPTY) instanceof JObject given) {
            given.members().forEach((step, part) -> parts.put(step, part(part)));
        }
        return parts;
    }

    static int part(Json part) {
        if (part instanceof JObject object && object.get("v").orElse(Json.NULL) instanceof JNumber(double value)) {
            return (int) value;
        }
        throw new IllegalArgumentException("not a part: " + part);
    }

    void claimed(Life life, Claim claim) {
        var run = truth(claim.ownership().runId());
        var before = run.owner;
        trace.add(() -> life + " claims " + run + " " + claim.ownership().fence() + " from " + before
                + (claim.handedOver() ? ", handed over" : ""));
        require(!run.status.over(), run, "is claimed though it is over");
        require(claim.ownership().fence() > run.fence, run, "is claimed without a new fence");
        require(before == null || before.isExcused(SLACK_MS), run, "is claimed from a living owner");
        require(claim.handedOver() || !run.handedOver, run, "was handed over, and counts as lost");
        run.losses += run.fence > 0 && !claim.handedOver() ? 1 : 0;
        run.handedOver = false;
        run.owner = life;
        run.claimedAtMs = scheduler.nowMs();
        at(run, claim.ownership());
    }

    /** Without having known that the run was its own. */
    void reclaimed(Life life, Claim claim) {
        var run = truth(claim.ownership().runId());
        trace.add(() -> life + " claims " + run + " " + claim.ownership().fence() + " again");
        require(run.owner == life && !run.status.over(), run, "is claimed again by another");
        require(claim.ownership().fence() > run.fence, run, "is claimed again without a new fence");
        executions.mayBeStartedElsewhere(run, life);
        at(run, claim.ownership());
    }

    private static void at(RunTruth run, Ownership ownership) {
        run.fence = ownership.fence();
        run.seq = ownership.seq();
    }

    /** Without effect when the store has given the owner up already, which only an owner with an excuse meets. */
    void handedOver(Life life, Ownership ownership) {
        var run = truth(ownership.runId());
        trace.add(() -> life + " hands over " + run + " " + ownership.fence());
        if (run.fence == ownership.fence() && run.owner == life && !run.status.over()) {
            executions.mayBeStartedElsewhere(run, life);
            run.owner = null;
            run.handedOver = !life.isExcused(3 * SLACK_MS); // answers get lost, so it may hear late
            run.seq++;
        }
    }

    /** Its lease is over, by its own will or because it is dead. */
    void left(Life life) {
        trace.add(() -> life + " leaves");
        runs.values().stream().filter(run -> run.owner == life).forEach(run -> run.owner = null);
    }

    void cancelAsked(UUID runId, RunStore.CancelAnswer answer) {
        var run = truth(runId);
        trace.add(() -> run + " shall be cancelled: " + answer);
        switch (answer) {
            case REQUESTED -> run.cancelAsked = true;
            case CANCELLED -> {
                run.status = RunStatus.CANCELLED;
                require(run.fence == 0, run, "is cancelled beside its owner");
            }
            case ALREADY_CANCELLED -> require(run.status == RunStatus.CANCELLED, run, "was not cancelled");
            case ALREADY_OVER -> require(run.status.over(), run, "was not over");
            case NOT_FOUND -> require(false, run, "is lost");
        }
    }

    void retried(UUID runId, RunStore.RetryAnswer answer) {
        var run = truth(runId);
        trace.add(() -> run + " shall be tried again: " + answer);
        require((run.status == RunStatus.FAILED) == (answer == RunStore.RetryAnswer.QUEUED), run, "answers " + answer);
        if (answer == RunStore.RetryAnswer.QUEUED) {
            run.queuedAgain();
        }
    }

    void committed(Life life, Entry entry, Outcome outcome) {
        var run = truth(entry.ownership().runId());
        trace.add(() -> life + " commits " + run + " " + entry.ownership().fence() + "/"
                + entry.ownership().seq() + " " + Words.of(entry) + ": "
                + outcome.getClass().getSimpleName());
        boolean current = run.fence == entry.ownership().fence()
                && run.seq == entry.ownership().seq();
        if (outcome instanceof Outcome.Fenced) {
            require(!current || run.status.over(), run, "fences its owner off");
        }
        if (outcome instanceof Outcome.Committed(var _, var stored)) {
            require(current && !run.status.over(), run, "takes what a stale owner writes");
            require(!run.cancelAsked || !entry.terminal() || isCancelled(entry), run, "ends though it was cancelled");
            run.seq++;
            results.recorded(run, entry, stored);
            entry.transitions().forEach(transition -> rules.apply(run, transition, entry.at()));
            rules.checkStatus(run, entry);
            compareWithRecord(run);
            executions.starts(run, entry);
        }
    }

    private static boolean isCancelled(Entry entry) {
        return entry.after().phase().status() == RunStatus.CANCELLED;
    }

    /** What was recorded once stays as it was. */
    private void compareWithRecord(RunTruth run) {
        if (recorded == null) {
            return;
        }
        var steps = recorded.load(run.id).orElseThrow().steps();
        for (int number = 0; number < steps.size(); number++) {
            if (run.steps.get(number).standing == StepTruth.Standing.DONE) {
                require(
                        steps.get(number) instanceof StepState.Done done
                                && Words.text(done.output().data())
                                        .equals(run.results.get(
                                                run.steps.get(number).step.id())),
                        run,
                        "has another result of s" + number + " now");
            }
        }
    }

    /** No result that was stored may be reused any more. */
    void evicted() {
        trace.add(() -> "all results are deleted");
        results.deleted();
    }

    ExecutionRules.Execution begun(Life life, SkillRunner.Request request) {
        return executions.begun(life, request);
    }

    void ended(ExecutionRules.Execution execution) {
        executions.ended(execution);
    }

    /** Where the run is now, for a store that does not look. */
    Ownership standing(UUID runId) {
        var run = truth(runId);
        return new Journal.Ownership(runId, run.fence, run.seq);
    }

    List<String> unfinished() {
        return runs.values().stream()
                .filter(run -> !run.status.over())
                .map(run -> run + " is " + run.status + ", owner " + run.owner + ", steps "
                        + run.steps.stream().map(step -> step.standing).toList())
                .toList();
    }

    private Graph graph(String name) {
        var graph = graphs.get(name);
        if (graph == null) {
            throw new IllegalArgumentException(name);
        }
        return graph;
    }

    private RunTruth truth(UUID runId) {
        var run = runs.get(runId);
        if (run == null) {
            throw new IllegalArgumentException("a run that nobody created: " + runId);
        }
        return run;
    }

    private void require(boolean holds, RunTruth run, String what) {
        if (!holds) {
            complaints.add(run + " " + what);
        }
    }
}
