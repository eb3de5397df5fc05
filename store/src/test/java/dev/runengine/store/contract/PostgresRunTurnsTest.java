package dev.runengine.store.contract;

import dev.runengine.runtime.contract.RunTurnsContract;
import dev.runengine.runtime.contract.StoreUnderTest;

class PostgresRunTurnsTest extends RunTurnsContract {
    @Override
    protected StoreUnderTest open() {
        return new PostgresStoreUnderTest();
    }
}
