package dev.runengine.runtime.memory;

import dev.runengine.runtime.contract.InMemoryStoreUnderTest;
import dev.runengine.runtime.contract.StoreUnderTest;
import dev.runengine.runtime.contract.UseCountsContract;

class InMemoryUseCountsTest extends UseCountsContract {
    @Override
    protected StoreUnderTest open() {
        return new InMemoryStoreUnderTest();
    }
}
