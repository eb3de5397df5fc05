package dev.runengine.store.contract;

import dev.runengine.runtime.contract.RemoteJobContract;
import dev.runengine.runtime.contract.StoreUnderTest;

class PostgresRemoteJobTest extends RemoteJobContract {
    @Override
    protected StoreUnderTest open() {
        return new PostgresStoreUnderTest();
    }
}
