package dev.runengine.store.contract;

import dev.runengine.runtime.contract.JournalContract;
import dev.runengine.runtime.contract.StoreUnderTest;

class PostgresJournalTest extends JournalContract {
    @Override
    protected StoreUnderTest open() {
        return new PostgresStoreUnderTest();
    }
}
