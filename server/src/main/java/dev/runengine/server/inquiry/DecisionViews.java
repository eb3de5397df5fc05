package dev.runengine.server.inquiry;

import dev.runengine.client.wire.CauseView;
import dev.runengine.client.wire.DecisionView;
import dev.runengine.client.wire.DifferenceView;
import dev.runengine.client.wire.ExecutionView;
import dev.runengine.core.json.JsonDiff.Difference;
import dev.runengine.core.reuse.Execution;
import dev.runengine.core.reuse.StepDecision;
import dev.runengine.core.skill.SkillVersion;
import dev.runengine.core.why.Cause;
import dev.runengine.core.why.Explanation;
import dev.runengine.core.why.RootCause;
import dev.runengine.runtime.inquiry.StepWhy;
import dev.runengine.skills.json.JacksonJson;
import java.util.List;
import java.util.Optional;

/** Decisions as the API shows them. */
public final class DecisionViews {
    private DecisionViews() {}

    /** As it stands in lists. */
    public static DecisionView of(StepDecision decision) {
        return new DecisionView(decision.verdict().name(), decision.reason().map(Enum::name), decision.comparedWith());
    }

    /** In full; absent until the step's decision is made. */
    public static Optional<DecisionView> of(StepWhy why) {
        return why.decision().map(decision -> of(decision, why));
    }

    private static DecisionView of(StepDecision decision, StepWhy why) {
        var explained = why.explanation();
        var skill = explained.filter(Explanation::skillChanged);
        return new DecisionView(
                decision.verdict().name(),
                decision.reason().map(Enum::name),
                decision.comparedWith().or(() -> explained.map(Explanation::comparedWith)),
                Optional.of(decision.because()),
                explained.map(known -> differences(known.differences())).orElse(List.of()),
                explained.map(known -> !known.complete() || !known.inputsKnown()),
                skill.flatMap(Explanation::skillBefore).map(SkillVersion::value),
                skill.flatMap(Explanation::skillAfter).map(SkillVersion::value),
                explained
                        .map(known -> known.causes().stream()
                                .map(DecisionViews::cause)
                                .toList())
                        .orElse(List.of()),
                why.madeBy().map(DecisionViews::execution));
    }

    static List<DifferenceView> differences(List<Difference> differences) {
        return differences.stream()
                .map(difference -> new DifferenceView(
                        difference.at().toString(),
                        difference.before().map(JacksonJson::toNode).orElse(null),
                        difference.after().map(JacksonJson::toNode).orElse(null)))
                .toList();
    }

    static ExecutionView execution(Execution execution) {
        return new ExecutionView(
                execution.runId(),
                execution.durationMs(),
                execution.usage().costMicros(),
                execution.usage().tokens());
    }

    private static CauseView cause(RootCause root) {
        return switch (root.cause()) {
            case Cause.TriggerChanged(var differences) ->
                cause("TRIGGER_CHANGED", root, differences(differences), Optional.empty(), Optional.empty());
            case Cause.SkillVersionChanged(var _, var before, var after) ->
                cause(
                        "SKILL_VERSION_CHANGED",
                        root,
                        List.of(),
                        before.map(SkillVersion::value),
                        after.map(SkillVersion::value));
            case Cause.OtherResult(var _, var decision) ->
                new CauseView(
                        "OTHER_RESULT",
                        root.path(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        decision.map(d -> d.verdict().name()));
            case Cause.BaseRunChanged _ ->
                cause("BASE_RUN_CHANGED", root, List.of(), Optional.empty(), Optional.empty());
            case Cause.WorkflowChanged(var _, var before, var after) ->
                cause("WORKFLOW_CHANGED", root, List.of(), Optional.of(before), Optional.of(after));
            case Cause.NotRecorded _ -> cause("NOT_RECORDED", root, List.of(), Optional.empty(), Optional.empty());
        };
    }

    private static CauseView cause(
            String kind,
            RootCause root,
            List<DifferenceView> differences,
            Optional<String> before,
            Optional<String> after) {
        return new CauseView(kind, root.path(), differences, before, after, Optional.empty());
    }
}
