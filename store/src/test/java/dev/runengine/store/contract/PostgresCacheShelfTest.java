package dev.runengine.store.contract;

import dev.runengine.runtime.contract.CacheShelfContract;
import dev.runengine.runtime.contract.StoreUnderTest;

class PostgresCacheShelfTest extends CacheShelfContract {
    @Override
    protected StoreUnderTest open() {
        return new PostgresStoreUnderTest();
    }
}
