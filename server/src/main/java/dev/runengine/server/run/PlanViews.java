package dev.runengine.server.run;

import dev.runengine.client.wire.BillView;
import dev.runengine.client.wire.BillView.AmountView;
import dev.runengine.client.wire.BrokenPromiseView;
import dev.runengine.client.wire.BrokenPromiseView.PromiseView;
import dev.runengine.client.wire.EstimateView;
import dev.runengine.client.wire.EstimateView.SpreadView;
import dev.runengine.client.wire.PlanView;
import dev.runengine.client.wire.PlannedStepView;
import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.plan.Bill;
import dev.runengine.core.plan.Estimate;
import dev.runengine.core.plan.Plan.PlannedStep;
import dev.runengine.core.plan.Promise;
import dev.runengine.core.reuse.StepDecision;
import dev.runengine.core.skill.SkillVersion;
import dev.runengine.runtime.engine.PlannedUpdate;
import java.util.Optional;

/** Plans as the API shows them. */
final class PlanViews {
    private PlanViews() {}

    static PlanView of(PlannedUpdate planned) {
        return new PlanView(
                planned.planId(),
                planned.expiresAt(),
                planned.request().baseRunId(),
                planned.request().changeType(),
                planned.plan().stepsToExecute(),
                planned.plan().steps().stream()
                        .map(step -> step(
                                step, Optional.ofNullable(planned.estimates().get(step.stepId()))))
                        .toList(),
                bill(planned.bill()));
    }

    private static PlannedStepView step(PlannedStep step, Optional<Estimate> estimate) {
        return new PlannedStepView(
                step.stepId(),
                step.expectation().name(),
                step.decision().map(decision -> decision.verdict().name()),
                step.decision().flatMap(StepDecision::reason).map(Enum::name),
                step.decision().map(decision -> decision.verdict().origin().name()),
                step.reason(),
                estimate.map(PlanViews::estimate));
    }

    private static EstimateView estimate(Estimate estimate) {
        return new EstimateView(estimate.samples(), spread(estimate.durationMs()), spread(estimate.costMicros()));
    }

    private static SpreadView spread(Estimate.Spread spread) {
        return new SpreadView(spread.p50(), spread.p90());
    }

    private static BillView bill(Bill bill) {
        return new BillView(amount(bill.least()), amount(bill.most()), bill.runUnknown(), bill.maybeUnknown());
    }

    private static AmountView amount(Bill.Amount amount) {
        return new AmountView(amount.durationMs(), amount.costMicros());
    }

    static BrokenPromiseView broken(Promise.Broken broken) {
        return new BrokenPromiseView(
                broken.stepId(),
                broken.planned().map(PlanViews::promise),
                broken.now().map(PlanViews::promise));
    }

    private static PromiseView promise(Promise promise) {
        return new PromiseView(
                promise.expectation().name(),
                promise.reason(),
                promise.inputHash().map(ContentHash::hex),
                promise.skillVersion().map(SkillVersion::value));
    }
}
