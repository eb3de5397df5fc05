package dev.runengine.store.contract;

import dev.runengine.runtime.contract.CleanUpContract;
import dev.runengine.runtime.contract.StoreUnderTest;

class PostgresCleanUpTest extends CleanUpContract {
    @Override
    protected StoreUnderTest open() {
        return new PostgresStoreUnderTest();
    }
}
