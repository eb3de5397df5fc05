package dev.runengine.store.contract;

import dev.runengine.runtime.contract.StepCacheContract;
import dev.runengine.runtime.contract.StoreUnderTest;

class PostgresStepCacheTest extends StepCacheContract {
    @Override
    protected StoreUnderTest open() {
        return new PostgresStoreUnderTest();
    }
}
