package dev.runengine.runtime.execution;

import dev.runengine.core.skill.Artifact;
import dev.runengine.runtime.port.ArtifactStore;
import dev.runengine.runtime.port.Host;
import dev.runengine.runtime.port.SkillRunner.ProducedFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Turns produced files into stored artifacts. */
record ArtifactKeeper(ArtifactStore store, Host host) {

    List<Artifact> keep(String tenant, List<ProducedFile> files) throws IOException {
        var artifacts = new ArrayList<Artifact>(files.size());
        for (var file : files) {
            var stored = store.put(tenant, file.path());
            if (!stored.hash().equals(file.hash())) {
                throw new IOException(file.filename() + " changed after it was published");
            }
            artifacts.add(
                    new Artifact(host.newId(), stored.hash(), stored.sizeBytes(), file.mediaType(), file.filename()));
        }
        return artifacts;
    }
}
