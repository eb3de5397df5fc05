package dev.runengine.runtime.memory;

import dev.runengine.runtime.contract.InMemoryStoreUnderTest;
import dev.runengine.runtime.contract.StepCacheContract;
import dev.runengine.runtime.contract.StoreUnderTest;

class InMemoryStepCacheTest extends StepCacheContract {
    @Override
    protected StoreUnderTest open() {
        return new InMemoryStoreUnderTest();
    }
}
