package dev.runengine.runtime.memory;

import dev.runengine.runtime.contract.CacheShelfContract;
import dev.runengine.runtime.contract.InMemoryStoreUnderTest;
import dev.runengine.runtime.contract.StoreUnderTest;

class InMemoryCacheShelfTest extends CacheShelfContract {
    @Override
    protected StoreUnderTest open() {
        return new InMemoryStoreUnderTest();
    }
}
