package dev.runengine.runtime.engine;

import dev.runengine.core.error.ErrorCode;
import dev.runengine.core.plan.Bill;
import dev.runengine.core.plan.Estimate;
import dev.runengine.core.plan.Estimate.Sample;
import dev.runengine.core.plan.Promise;
import dev.runengine.core.reuse.Execution;
import dev.runengine.core.skill.SkillFailure.Problem;
import dev.runengine.runtime.port.History;
import dev.runengine.runtime.port.Host;
import dev.runengine.runtime.port.NewRun;
import dev.runengine.runtime.port.PlanStore;
import dev.runengine.runtime.port.PlanStore.SavedPlan;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Makes plans that can be relied on, and tells whether one still holds. */
public final class Planning {
    /** Long enough to look at it and to ask somebody; every minute more keeps cached results from clean-up. */
    private static final Duration GOOD_FOR = Duration.ofMinutes(15);

    private static final int SAMPLES = 20;

    private final Updating updating;
    private final PlanStore plans;
    private final History history;
    private final Host host;

    public Planning(Updating updating, PlanStore plans, History history, Host host) {
        this.updating = updating;
        this.plans = plans;
        this.history = history;
        this.host = host;
    }

    /** Plans an update and keeps the plan, with the cached results it counts on. */
    Answer<PlannedUpdate> plan(UpdateRequest request) {
        var planId = host.newId();
        var now = host.now();
        var until = now.plus(GOOD_FOR).truncatedTo(ChronoUnit.SECONDS);
        return updating.prepare(request, planId, now, _ -> true)
                .then(hopeful -> {
                    var entries = hopeful.plan().entries();
                    var leased = plans.lease(request.tenant(), planId, entries, until);
                    return leased.containsAll(entries)
                            ? Answer.accepted(hopeful)
                            : updating.prepare(request, planId, now, leased::contains);
                })
                .then(prepared -> {
                    var promises = PlanJson.of(prepared.plan().promises());
                    plans.save(new SavedPlan(
                            planId, request.tenant(), request.baseRunId(), PlanJson.of(request), promises, now, until));
                    var estimates = estimates(prepared.run());
                    return Answer.accepted(new PlannedUpdate(
                            planId, request, prepared.plan(), estimates, Bill.of(prepared.plan(), estimates), until));
                });
    }

    /** What the run of a plan would be, while the plan holds. */
    sealed interface Check {
        record Holds(Updating.Prepared update) implements Check {}

        record Broken(PlanOutcome.Stale stale) implements Check {}
    }

    Answer<Check> check(String tenant, UUID baseRunId, UUID planId) {
        var saved = plans.find(tenant, planId);
        if (saved.isEmpty()) {
            return Answer.refused(
                    ErrorCode.PLAN_NOT_FOUND,
                    "there is no plan " + planId + " (any more); plans are kept for " + GOOD_FOR.toMinutes()
                            + " minutes, make a new one");
        }
        if (!saved.get().baseRunId().equals(baseRunId)) {
            return Answer.refused(
                    ErrorCode.REQUEST_INVALID,
                    "plan " + planId + " is of run " + saved.get().baseRunId(),
                    List.of(new Problem("/planId", "is of another run")));
        }
        return check(saved.get());
    }

    private Answer<Check> check(SavedPlan saved) {
        var now = host.now();
        var request = PlanJson.request(saved.tenant(), saved.baseRunId(), saved.request());
        if (!saved.expiresAt().isAfter(now)) {
            return plan(request).then(again -> broken(List.of(), again));
        }
        var leased = plans.leased(saved.tenant(), saved.planId());
        return updating.prepare(request, saved.planId(), now, leased::contains).then(fresh -> {
            var promises = PlanJson.promises(saved.promises());
            var broken = Promise.broken(promises, fresh.plan().promises());
            return broken.isEmpty()
                    ? Answer.accepted(new Check.Holds(fresh))
                    : plan(request).then(again -> broken(differences(promises, again, broken), again));
        });
    }

    /** As the plan that is offered has them: it may hold results that were not there for the old one. */
    private static List<Promise.Broken> differences(
            List<Promise> promises, PlannedUpdate again, List<Promise.Broken> asFound) {
        var broken = Promise.broken(promises, again.plan().promises());
        return broken.isEmpty() ? asFound : broken;
    }

    private static Answer<Check> broken(List<Promise.Broken> broken, PlannedUpdate again) {
        return Answer.accepted(new Check.Broken(new PlanOutcome.Stale(broken, again)));
    }

    /** From the newest executions of each step; where those are all reused results, from the one that made the base's. */
    private Map<String, Estimate> estimates(NewRun run) {
        var samples = new HashMap<>(history.recent(run.tenant(), run.workflow(), SAMPLES));
        run.base()
                .ifPresent(base -> history.costs(run.tenant(), base.runId())
                        .forEach(step ->
                                step.madeBy().ifPresent(made -> samples.putIfAbsent(step.stepId(), List.of(made)))));
        var estimates = new HashMap<String, Estimate>();
        samples.forEach((step, executions) -> Estimate.of(
                        executions.stream().map(sample()).toList())
                .ifPresent(estimate -> estimates.put(step, estimate)));
        return estimates;
    }

    private static Function<Execution, Sample> sample() {
        return made -> new Sample(made.durationMs(), made.usage().costMicros());
    }
}
