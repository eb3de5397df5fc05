package dev.runengine.runtime.memory;

import dev.runengine.runtime.contract.InMemoryStoreUnderTest;
import dev.runengine.runtime.contract.RunQueueContract;
import dev.runengine.runtime.contract.StoreUnderTest;

class InMemoryRunQueueTest extends RunQueueContract {
    @Override
    protected StoreUnderTest open() {
        return new InMemoryStoreUnderTest();
    }
}
