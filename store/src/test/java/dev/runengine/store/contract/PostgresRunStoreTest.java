package dev.runengine.store.contract;

import dev.runengine.runtime.contract.RunStoreContract;
import dev.runengine.runtime.contract.StoreUnderTest;

class PostgresRunStoreTest extends RunStoreContract {
    @Override
    protected StoreUnderTest open() {
        return new PostgresStoreUnderTest();
    }
}
