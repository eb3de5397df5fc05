package dev.runengine.runtime.cache;

import dev.runengine.core.reuse.CacheAnswer;
import dev.runengine.core.reuse.CacheAnswer.Hit;
import dev.runengine.core.reuse.CacheKey;
import dev.runengine.core.reuse.MissReason;
import dev.runengine.core.skill.Artifact;
import dev.runengine.runtime.port.ArtifactStore;
import dev.runengine.runtime.port.StepCache;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A hit whose files are not all there, with their recorded sizes, is a miss. */
record CheckedStepCache(StepCache cache, ArtifactStore files) implements StepCache {

    @Override
    public Map<CacheKey, CacheAnswer> lookUp(Collection<CacheKey> keys) {
        var answers = new HashMap<>(cache.lookUp(keys));
        answers.replaceAll(this::checked);
        return answers;
    }

    private CacheAnswer checked(CacheKey key, CacheAnswer answer) {
        return switch (answer) {
            case Hit hit ->
                holdsFiles(key, hit)
                        ? hit
                        : new CacheAnswer.Miss(
                                MissReason.BLOB_MISSING,
                                Optional.of(hit.madeBy().runId()));
            case CacheAnswer.Miss _, CacheAnswer.InFlight _, CacheAnswer.Unavailable _ -> answer;
        };
    }

    boolean holdsFiles(CacheKey key, Hit hit) {
        return hit.output().artifacts().stream().allMatch(artifact -> holds(key.tenant(), artifact));
    }

    private boolean holds(String tenant, Artifact artifact) {
        try {
            return files.holds(tenant, artifact.hash(), artifact.sizeBytes());
        } catch (IOException e) {
            return false;
        }
    }
}
