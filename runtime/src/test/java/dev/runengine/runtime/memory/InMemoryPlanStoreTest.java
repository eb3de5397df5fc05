package dev.runengine.runtime.memory;

import dev.runengine.runtime.contract.InMemoryStoreUnderTest;
import dev.runengine.runtime.contract.PlanStoreContract;
import dev.runengine.runtime.contract.StoreUnderTest;

class InMemoryPlanStoreTest extends PlanStoreContract {
    @Override
    protected StoreUnderTest open() {
        return new InMemoryStoreUnderTest();
    }
}
