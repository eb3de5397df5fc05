package dev.runengine.runtime.cache;

import dev.runengine.core.selector.StepOutput;
import dev.runengine.core.skill.Artifact;
import dev.runengine.core.workflow.CachePolicy;
import dev.runengine.runtime.port.ArtifactStore;
import java.io.IOException;

/**
 * Whether the files of a recorded output are still what they were. Plan and execution both ask here. A file that cannot be
 * read is no file: to execute the step again heals that.
 */
public record OutputFiles(ArtifactStore store) {
    /** Whether a step with that policy may reuse it. */
    public boolean usable(String tenant, StepOutput output, CachePolicy policy) {
        return policy.verify() ? intact(tenant, output) : held(tenant, output);
    }

    /** All there, with their recorded sizes. */
    boolean held(String tenant, StepOutput output) {
        return all(output, artifact -> store.holds(tenant, artifact.hash(), artifact.sizeBytes()));
    }

    /** All there, with their recorded content. */
    private boolean intact(String tenant, StepOutput output) {
        return all(output, artifact -> store.intact(tenant, artifact.hash(), artifact.sizeBytes()));
    }

    @FunctionalInterface
    private interface Check {
        boolean passes(Artifact artifact) throws IOException;
    }

    private static boolean all(StepOutput output, Check check) {
        try {
            for (var artifact : output.artifacts()) {
                if (!check.passes(artifact)) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
