package dev.runengine.runtime.memory;

import dev.runengine.runtime.contract.InMemoryStoreUnderTest;
import dev.runengine.runtime.contract.ScheduleStoreContract;
import dev.runengine.runtime.contract.StoreUnderTest;

class InMemoryScheduleStoreTest extends ScheduleStoreContract {
    @Override
    protected StoreUnderTest open() {
        return new InMemoryStoreUnderTest();
    }
}
