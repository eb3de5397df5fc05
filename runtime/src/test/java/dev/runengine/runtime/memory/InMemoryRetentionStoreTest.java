package dev.runengine.runtime.memory;

import dev.runengine.runtime.contract.InMemoryStoreUnderTest;
import dev.runengine.runtime.contract.RetentionStoreContract;
import dev.runengine.runtime.contract.StoreUnderTest;

class InMemoryRetentionStoreTest extends RetentionStoreContract {
    @Override
    protected StoreUnderTest open() {
        return new InMemoryStoreUnderTest();
    }
}
