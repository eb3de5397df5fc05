package dev.runengine.store.engine;

import dev.runengine.runtime.contract.LostFilesContract;
import dev.runengine.runtime.contract.StoreUnderTest;
import dev.runengine.runtime.port.ArtifactStore;
import dev.runengine.store.contract.PostgresStoreUnderTest;
import dev.runengine.store.files.FolderArtifactStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;

class LostFilesOnPostgresTest extends LostFilesContract {
    @Override
    protected StoreUnderTest open() {
        return new PostgresStoreUnderTest();
    }

    @Override
    protected ArtifactStore files(Path empty) throws IOException {
        return FolderArtifactStore.in(empty, InstantSource.system());
    }
}
