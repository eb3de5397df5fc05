package dev.runengine.runtime.memory;

import dev.runengine.runtime.contract.InMemoryStoreUnderTest;
import dev.runengine.runtime.contract.RemoteJobCrashContract;
import dev.runengine.runtime.contract.StoreUnderTest;

class InMemoryRemoteJobCrashTest extends RemoteJobCrashContract {
    @Override
    protected StoreUnderTest open() {
        return new InMemoryStoreUnderTest();
    }

    @Override
    protected int lives() {
        return 60;
    }
}
