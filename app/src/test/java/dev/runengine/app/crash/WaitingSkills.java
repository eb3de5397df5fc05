package dev.runengine.app.crash;

import dev.runengine.core.skill.SkillDescriptor;
import dev.runengine.core.skill.SkillFailure;
import dev.runengine.core.skill.Usage;
import dev.runengine.runtime.port.SkillRunner;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Skills that wait as long as they are told, here or at a provider, and tell the test when they start and end. */
final class WaitingSkills implements SkillRunner {
    private final Harness harness;
    private final CountDownLatch never = new CountDownLatch(1);

    WaitingSkills(Harness harness) {
        this.harness = harness;
    }

    @Override
    public Optional<SkillDescriptor> find(String id) {
        return id.equals(Campaign.LOCAL_SKILL) || id.equals(Campaign.REMOTE_SKILL)
                ? Optional.of(Campaign.skill(id))
                : Optional.empty();
    }

    @Override
    public Execution run(Request request) throws InterruptedException {
        var work = Work.of(request.input());
        harness.started(work, request.executionKey());
        boolean done = request.skillId().equals(Campaign.LOCAL_SKILL) ? local(work) : remote(work, request);
        harness.ended(work, request.executionKey(), done);
        return new Ended(
                done
                        ? new Result.Succeeded(work.product(), Usage.NONE, List.of())
                        : new Result.Failed(new SkillFailure.OutcomeUnknown("the provider cannot be asked")));
    }

    /** Like work, and unlike a pause, this keeps its permit. */
    private boolean local(Work work) throws InterruptedException {
        return !never.await(work.ms(), TimeUnit.MILLISECONDS);
    }

    private boolean remote(Work work, Request request) throws InterruptedException {
        return new RemoteJob(harness, work, request.executionKey(), request.supervisor()).isDone();
    }

    private record Ended(Result result) implements Execution {
        @Override
        public void close() {
            // no file was made
        }
    }
}
