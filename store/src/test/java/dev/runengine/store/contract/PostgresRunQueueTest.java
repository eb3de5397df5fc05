package dev.runengine.store.contract;

import dev.runengine.runtime.contract.RunQueueContract;
import dev.runengine.runtime.contract.StoreUnderTest;

class PostgresRunQueueTest extends RunQueueContract {
    @Override
    protected StoreUnderTest open() {
        return new PostgresStoreUnderTest();
    }
}
