package dev.runengine.runtime.memory;

import dev.runengine.runtime.contract.HistoryContract;
import dev.runengine.runtime.contract.InMemoryStoreUnderTest;
import dev.runengine.runtime.contract.StoreUnderTest;

class InMemoryHistoryTest extends HistoryContract {
    @Override
    protected StoreUnderTest open() {
        return new InMemoryStoreUnderTest();
    }
}
