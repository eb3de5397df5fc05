package dev.runengine.runtime.memory;

import dev.runengine.runtime.contract.ArtifactStoreContract;
import dev.runengine.runtime.port.ArtifactStore;
import java.nio.file.Path;

class InMemoryArtifactStoreTest extends ArtifactStoreContract {
    @Override
    protected ArtifactStore open(Path folder) {
        return new InMemoryArtifactStore(folder);
    }
}
