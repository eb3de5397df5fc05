package dev.runengine.runtime.memory;

import dev.runengine.runtime.contract.InMemoryStoreUnderTest;
import dev.runengine.runtime.contract.RunStoreContract;
import dev.runengine.runtime.contract.StoreUnderTest;

class InMemoryRunStoreTest extends RunStoreContract {
    @Override
    protected StoreUnderTest open() {
        return new InMemoryStoreUnderTest();
    }
}
