package dev.runengine.runtime.execution;

import dev.runengine.core.selector.StepOutput;
import dev.runengine.core.skill.SkillFailure;
import dev.runengine.runtime.port.SkillRunner;
import dev.runengine.runtime.port.Timer;
import java.io.IOException;
import java.time.Duration;

/** Runs the skill and keeps its files, before anything refers to them. */
record SkillStage(SkillRunner skills, ArtifactKeeper keeper, Timer timer) implements Stage {

    @Override
    public StepOutcome run(StepTask task) throws InterruptedException {
        long start = System.nanoTime();
        var limit = skills.find(task.skillId()).map(task::limit).orElse(Duration.ZERO);
        try (var execution = skills.run(task.request(timer.instant().plus(limit)))) {
            return switch (execution.result()) {
                case SkillRunner.Result.Failed(var failure) -> new StepOutcome.Failed(failure);
                case SkillRunner.Result.Succeeded succeeded -> {
                    var artifacts = keeper.keep(task.tenant(), succeeded.files());
                    yield new StepOutcome.Succeeded(
                            new StepOutput(succeeded.data(), artifacts),
                            succeeded.usage(),
                            Duration.ofNanos(System.nanoTime() - start));
                }
            };
        } catch (IOException e) {
            return new StepOutcome.Failed(new SkillFailure.Broken(
                    "the files of " + task.stepId() + " could not be stored: " + e.getMessage()));
        }
    }
}
