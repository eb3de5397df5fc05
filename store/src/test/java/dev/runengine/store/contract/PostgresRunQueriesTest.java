package dev.runengine.store.contract;

import dev.runengine.runtime.contract.RunQueriesContract;
import dev.runengine.runtime.contract.StoreUnderTest;

class PostgresRunQueriesTest extends RunQueriesContract {
    @Override
    protected StoreUnderTest open() {
        return new PostgresStoreUnderTest();
    }
}
