package dev.runengine.store.contract;

import dev.runengine.runtime.contract.HistoryContract;
import dev.runengine.runtime.contract.StoreUnderTest;

class PostgresHistoryTest extends HistoryContract {
    @Override
    protected StoreUnderTest open() {
        return new PostgresStoreUnderTest();
    }
}
