package dev.runengine.runtime.cache;

import dev.runengine.core.workflow.CompiledWorkflow;
import dev.runengine.runtime.journal.Commits;
import dev.runengine.runtime.port.ArtifactStore;
import dev.runengine.runtime.port.HotTier;
import dev.runengine.runtime.port.StepCache;

/** A node's cache of results: a hot tier in front of a cold one. Safe for use by many threads. */
public final class ResultCache {
    private final HotTier hot;
    private final StepCache cold;
    private final OutputFiles files;

    public ResultCache(HotTier hot, StepCache cold, ArtifactStore files) {
        this.hot = hot;
        this.cold = cold;
        this.files = new OutputFiles(files);
    }

    /** As steps of that workflow ask it, in a plan and in a run: hits have all their files, as the step's policy wants them. */
    public StepCache forStepsOf(CompiledWorkflow workflow) {
        return new TieredStepCache(hot, new CheckedStepCache(cold, (key, hit) -> {
            var policy = workflow.step(workflow.stepNo(key.stepId())).cache();
            return files.usable(key.tenant(), hit.output(), policy);
        }));
    }

    /** The same commits, from which the hot tier learns which results stand and which are gone. */
    public Commits confirmedBy(Commits commits) {
        return hot == HotTier.NONE ? commits : new ConfirmingCommits(commits, hot);
    }
}
