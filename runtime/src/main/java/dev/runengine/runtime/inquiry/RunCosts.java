package dev.runengine.runtime.inquiry;

import dev.runengine.core.reuse.Execution;
import dev.runengine.core.run.StepStatus;
import dev.runengine.core.skill.Usage;
import dev.runengine.runtime.port.History.StepCost;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a run cost, and what it would have cost besides without reuse: what the executions cost whose results it took.
 *
 * @param savedUnknown reused results of which nobody recorded what they had cost
 */
public record RunCosts(Sum spent, Sum saved, int savedUnknown) {

    /** @param durationMs of the successful attempts, one after the other */
    public record Sum(int steps, long durationMs, Usage usage) {
        static Sum of(Stream<Execution> executions) {
            return executions.reduce(
                    new Sum(0, 0, Usage.NONE),
                    Sum::plus,
                    (a, b) -> new Sum(a.steps + b.steps, a.durationMs + b.durationMs, plus(a.usage, b.usage)));
        }

        private Sum plus(Execution execution) {
            return new Sum(steps + 1, durationMs + execution.durationMs(), plus(usage, execution.usage()));
        }

        private static Usage plus(Usage a, Usage b) {
            return new Usage(a.costMicros() + b.costMicros(), a.tokens() + b.tokens());
        }
    }

    static RunCosts of(List<StepCost> steps) {
        var reused = steps.stream()
                .filter(step -> step.status() == StepStatus.SKIPPED)
                .toList();
        return new RunCosts(
                Sum.of(steps.stream()
                        .filter(step -> step.status() == StepStatus.COMPLETED)
                        .flatMap(step -> step.madeBy().stream())),
                Sum.of(reused.stream().flatMap(step -> step.madeBy().stream())),
                (int) reused.stream().filter(step -> step.madeBy().isEmpty()).count());
    }
}
