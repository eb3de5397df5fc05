package dev.runengine.runtime.memory;

import dev.runengine.runtime.contract.InMemoryStoreUnderTest;
import dev.runengine.runtime.contract.RemoteJobContract;
import dev.runengine.runtime.contract.StoreUnderTest;

class InMemoryRemoteJobTest extends RemoteJobContract {
    @Override
    protected StoreUnderTest open() {
        return new InMemoryStoreUnderTest();
    }
}
