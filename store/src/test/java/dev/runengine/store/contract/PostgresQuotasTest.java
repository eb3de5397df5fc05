package dev.runengine.store.contract;

import dev.runengine.runtime.contract.QuotasContract;
import dev.runengine.runtime.contract.StoreUnderTest;

class PostgresQuotasTest extends QuotasContract {
    @Override
    protected StoreUnderTest open() {
        return new PostgresStoreUnderTest();
    }
}
