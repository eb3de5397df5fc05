package dev.runengine.store.contract;

import dev.runengine.runtime.contract.RemoteJobCrashContract;
import dev.runengine.runtime.contract.StoreUnderTest;

class PostgresRemoteJobCrashTest extends RemoteJobCrashContract {
    @Override
    protected StoreUnderTest open() {
        return new PostgresStoreUnderTest();
    }

    @Override
    protected int lives() {
        return 4;
    }
}
