package dev.runengine.store.files;

import dev.runengine.runtime.contract.ArtifactStoreContract;
import dev.runengine.runtime.port.ArtifactStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;

class FolderArtifactStoreContractTest extends ArtifactStoreContract {
    @Override
    protected ArtifactStore open(Path folder) throws IOException {
        return FolderArtifactStore.in(folder, InstantSource.system());
    }
}
