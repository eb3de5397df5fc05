package dev.runengine.runtime.memory;

import dev.runengine.runtime.contract.InMemoryStoreUnderTest;
import dev.runengine.runtime.contract.LostFilesContract;
import dev.runengine.runtime.contract.StoreUnderTest;
import dev.runengine.runtime.port.ArtifactStore;
import java.nio.file.Path;

class InMemoryLostFilesTest extends LostFilesContract {
    @Override
    protected StoreUnderTest open() {
        return new InMemoryStoreUnderTest();
    }

    @Override
    protected ArtifactStore files(Path empty) {
        return new InMemoryArtifactStore(empty);
    }
}
