package dev.runengine.store.contract;

import dev.runengine.runtime.contract.RetentionStoreContract;
import dev.runengine.runtime.contract.StoreUnderTest;

class PostgresRetentionStoreTest extends RetentionStoreContract {
    @Override
    protected StoreUnderTest open() {
        return new PostgresStoreUnderTest();
    }
}
