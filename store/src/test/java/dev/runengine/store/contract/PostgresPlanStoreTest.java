package dev.runengine.store.contract;

import dev.runengine.runtime.contract.PlanStoreContract;
import dev.runengine.runtime.contract.StoreUnderTest;

class PostgresPlanStoreTest extends PlanStoreContract {
    @Override
    protected StoreUnderTest open() {
        return new PostgresStoreUnderTest();
    }
}
