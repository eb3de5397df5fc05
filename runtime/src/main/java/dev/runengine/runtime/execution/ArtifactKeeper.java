package dev.runengine.runtime.execution;

import dev.runengine.core.skill.Artifact;
import dev.runengine.runtime.ids.Uuids;
import dev.runengine.runtime.port.ArtifactStore;
import dev.runengine.runtime.port.SkillRunner.ProducedFile;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Turns produced files into stored artifacts. */
record ArtifactKeeper(ArtifactStore store) {

    List<Artifact> keep(String tenant, List<ProducedFile> files, Instant now) throws IOException {
        var artifacts = new ArrayList<Artifact>(files.size());
        for (var file : files) {
            var stored = store.put(tenant, file.path());
            if (!stored.hash().equals(file.hash())) {
                throw new IOException(file.filename() + " changed after it was published");
            }
            artifacts.add(
                    new Artifact(Uuids.v7(now), stored.hash(), stored.sizeBytes(), file.mediaType(), file.filename()));
        }
        return artifacts;
    }
}
