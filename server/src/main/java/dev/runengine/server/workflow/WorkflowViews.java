package dev.runengine.server.workflow;

import dev.runengine.client.wire.CachePolicyView;
import dev.runengine.client.wire.ChangeMappingView;
import dev.runengine.client.wire.RetryPolicyView;
import dev.runengine.client.wire.WorkflowStepView;
import dev.runengine.client.wire.WorkflowSummary;
import dev.runengine.client.wire.WorkflowView;
import dev.runengine.core.selector.SelectorJson;
import dev.runengine.core.workflow.CachePolicy;
import dev.runengine.core.workflow.ChangeType;
import dev.runengine.core.workflow.CompiledWorkflow;
import dev.runengine.core.workflow.RetryPolicy;
import dev.runengine.core.workflow.StepSpec;
import dev.runengine.skills.json.JacksonJson;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/** Workflows as the API shows them. */
final class WorkflowViews {
    private WorkflowViews() {}

    static WorkflowSummary summary(CompiledWorkflow workflow) {
        return new WorkflowSummary(
                workflow.name(), workflow.version(), workflow.spec().description(), workflow.size());
    }

    static WorkflowView whole(CompiledWorkflow workflow) {
        var spec = workflow.spec();
        return new WorkflowView(
                spec.name(),
                spec.version(),
                spec.description(),
                IntStream.range(0, workflow.size())
                        .mapToObj(step -> step(workflow, step))
                        .toList(),
                spec.changeTypes().stream().map(type -> change(workflow, type)).toList(),
                spec.triggerSchema().map(JacksonJson::toNode),
                spec.baseWorkflows(),
                spec.failFast(),
                spec.timeLimit().map(Duration::toMillis));
    }

    private static WorkflowStepView step(CompiledWorkflow workflow, int number) {
        var step = workflow.step(number);
        return new WorkflowStepView(
                step.id(),
                step.skill(),
                step.description(),
                Arrays.stream(workflow.dependencies(number))
                        .mapToObj(dependency -> workflow.step(dependency).id())
                        .toList(),
                JacksonJson.toNode(SelectorJson.write(step.input())),
                cache(step.cache()),
                retry(step.retry()),
                step.timeLimit().map(Duration::toMillis));
    }

    private static CachePolicyView cache(CachePolicy cache) {
        return new CachePolicyView(
                cache.enabled(),
                cache.scope().name().toLowerCase(Locale.ROOT),
                cache.ttl().map(Duration::toMillis),
                cache.verify());
    }

    private static RetryPolicyView retry(RetryPolicy retry) {
        return new RetryPolicyView(retry.maxAttempts(), retry.backoff().toMillis());
    }

    private static ChangeMappingView change(CompiledWorkflow workflow, ChangeType type) {
        var seeds = type.everyStep()
                ? workflow.spec().steps().stream().map(StepSpec::id).toList()
                : type.seeds();
        return new ChangeMappingView(
                type.name(),
                seeds,
                JacksonJson.toNode(type.payloadSchema()),
                type.mergeAt().toString(),
                type.force());
    }
}
