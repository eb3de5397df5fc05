package dev.runengine.runtime.contract;

import dev.runengine.core.json.Json;
import dev.runengine.core.reuse.CacheAnswer;
import dev.runengine.core.run.BaseRun;
import dev.runengine.core.run.BaseRun.Impact;
import dev.runengine.core.run.Command;
import dev.runengine.core.run.Inputs;
import dev.runengine.core.run.Phase;
import dev.runengine.core.run.RunEvent;
import dev.runengine.core.run.RunMachine;
import dev.runengine.core.run.RunState;
import dev.runengine.core.run.RunStatus;
import dev.runengine.core.run.StepState;
import dev.runengine.core.run.Transition;
import dev.runengine.core.selector.StepOutput;
import dev.runengine.core.skill.JobRecord;
import dev.runengine.core.skill.SkillFailure;
import dev.runengine.core.skill.SkillVersion;
import dev.runengine.core.skill.Usage;
import dev.runengine.core.workflow.CompiledWorkflow;
import dev.runengine.core.workflow.StepSet;
import dev.runengine.runtime.ids.Uuids;
import dev.runengine.runtime.port.HeldSettlement;
import dev.runengine.runtime.port.Journal;
import dev.runengine.runtime.port.Journal.Entry;
import dev.runengine.runtime.port.Journal.Outcome;
import dev.runengine.runtime.port.Journal.Ownership;
import dev.runengine.runtime.port.NewRun;
import dev.runengine.runtime.port.RunQueue;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A claimed run that is driven by hand, one commit at a time: makes the entries that a driver would make. */
public final class OwnedRun {
    private static final Instant NOW = Instant.parse("2026-01-01T00:01:00Z");

    private final StoreUnderTest store;
    private final CompiledWorkflow workflow;
    private SkillVersion skill = new SkillVersion("1+test@1");
    private Ownership ownership;
    private RunState state;

    OwnedRun(StoreUnderTest store, CompiledWorkflow workflow, RunQueue.Claim claim) {
        this.store = store;
        this.workflow = workflow;
        this.ownership = claim.ownership();
        var recorded = store.runs().load(ownership.runId()).orElseThrow();
        this.state = RunState.of(
                recorded.runId(),
                recorded.tenant(),
                workflow,
                recorded.trigger(),
                recorded.cache(),
                recorded.base().map(base -> base(recorded.tenant(), base)),
                recorded.status() == RunStatus.QUEUED ? new Phase.Queued() : new Phase.Running(),
                recorded.startedAt(),
                recorded.steps());
    }

    /** A change touches the step that its type names, and what follows from it; nothing, when there is none of that name. */
    private BaseRun base(String tenant, NewRun.BaseOf base) {
        var recorded = store.runs().base(tenant, base.runId()).orElseThrow();
        return new BaseRun(
                base.runId(),
                recorded.steps(),
                base.change().map(change -> new Impact(touched(change.type()), StepSet.EMPTY)));
    }

    private StepSet touched(String step) {
        var number = workflow.find(step);
        return workflow.graph().downstream(number.isPresent() ? StepSet.of(number.getAsInt()) : StepSet.EMPTY);
    }

    OwnedRun skill(String version) {
        this.skill = new SkillVersion(version);
        return this;
    }

    UUID runId() {
        return ownership.runId();
    }

    Ownership ownership() {
        return ownership;
    }

    RunState state() {
        return state;
    }

    StepState step(String id) {
        return state.step(state.workflow().stepNo(id));
    }

    RunEvent claim() {
        return new RunEvent.Claimed(false, NOW);
    }

    RunEvent drain() {
        return new RunEvent.DrainRequested(NOW);
    }

    RunEvent cancel() {
        return new RunEvent.CancelRequested(NOW);
    }

    RunEvent succeed(String step) {
        return succeed(step, StepOutput.of(Json.object("of", Json.of(step))));
    }

    RunEvent succeed(String step, StepOutput output) {
        return new RunEvent.Succeeded(number(step), attempt(step), output, new Usage(7, 8), 42, NOW);
    }

    RunEvent fail(String step) {
        return new RunEvent.AttemptFailed(number(step), attempt(step), new SkillFailure.Broken("it broke"), 0, NOW);
    }

    /** Fails for good. */
    RunEvent reject(String step) {
        return new RunEvent.AttemptFailed(
                number(step), attempt(step), new SkillFailure.Rejected("not allowed"), 0, NOW);
    }

    RunEvent submitting(String step) {
        return note(step, Optional.of(new JobRecord.Submitting(NOW)));
    }

    RunEvent submitted(String step, String jobId) {
        return note(step, Optional.of(new JobRecord.Submitted(jobId, NOW)));
    }

    RunEvent refused(String step) {
        return note(step, Optional.empty());
    }

    private RunEvent note(String step, Optional<JobRecord> job) {
        return new RunEvent.JobNoted(number(step), attempt(step), job, NOW);
    }

    /** Nobody knows what became of its submission, and there is nobody to ask by program. */
    RunEvent unknown(String step) {
        return new RunEvent.AttemptFailed(
                number(step), attempt(step), new SkillFailure.OutcomeUnknown("the answer was lost"), 0, NOW);
    }

    RunEvent settled(HeldSettlement settled) {
        return new RunEvent.Settled(settled.stepNo(), settled.attempt(), settled.settlement(), NOW);
    }

    RunEvent timeLimit() {
        return new RunEvent.TimeLimitReached(NOW);
    }

    RunEvent stopped(String step) {
        return new RunEvent.AttemptStopped(number(step), attempt(step), NOW);
    }

    /** What a driver would record for the event. */
    Entry entry(RunEvent event) {
        var next = state;
        var transitions = new ArrayList<Transition>();
        var events = new ArrayDeque<RunEvent>(List.of(event));
        while (!events.isEmpty()) {
            var decision = RunMachine.decide(next, events.poll());
            next = decision.next();
            transitions.addAll(decision.transitions());
            for (var command : decision.commands()) {
                answer(next, command).ifPresent(events::add);
            }
        }
        return new Entry(ownership, next, transitions, NOW);
    }

    private Optional<RunEvent> answer(RunState now, Command command) {
        return switch (command) {
            case Command.Resolve(int step) -> {
                var ready = (Inputs.Answer.Ready) Inputs.prepare(now.workflow(), step, now, skill);
                yield Optional.of(new RunEvent.InputResolved(step, ready.prepared(), Uuids.v7(NOW), NOW));
            }
            case Command.LookUp(int step, var key) -> {
                var answers = store.cache().lookUp(List.of(key));
                CacheAnswer answer = answers.getOrDefault(key, new CacheAnswer.Unavailable("no answer"));
                yield Optional.of(new RunEvent.LookedUp(step, answer, Uuids.v7(NOW), NOW));
            }
            case Command.Execute _, Command.Interrupt _, Command.SetTimer _ -> Optional.empty();
            case Command.JobKept _, Command.Await _ -> Optional.empty();
        };
    }

    Outcome commit(RunEvent event) throws InterruptedException {
        return commit(entry(event));
    }

    Outcome commit(Entry entry) throws InterruptedException {
        var outcome = store.journal().commit(List.of(entry)).getFirst();
        if (outcome instanceof Journal.Outcome.Committed) {
            adopt(entry);
        }
        return outcome;
    }

    /** The entry was committed. */
    void adopt(Entry entry) {
        state = entry.after();
        ownership = ownership.next();
    }

    private int number(String step) {
        return state.workflow().stepNo(step);
    }

    private int attempt(String step) {
        return step(step).counters().attempt();
    }
}
