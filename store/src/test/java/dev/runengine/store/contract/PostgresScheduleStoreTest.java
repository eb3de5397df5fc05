package dev.runengine.store.contract;

import dev.runengine.runtime.contract.ScheduleStoreContract;
import dev.runengine.runtime.contract.StoreUnderTest;

class PostgresScheduleStoreTest extends ScheduleStoreContract {
    @Override
    protected StoreUnderTest open() {
        return new PostgresStoreUnderTest();
    }
}
