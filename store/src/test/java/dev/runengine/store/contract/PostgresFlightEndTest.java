package dev.runengine.store.contract;

import dev.runengine.runtime.contract.FlightEndContract;
import dev.runengine.runtime.contract.StoreUnderTest;

class PostgresFlightEndTest extends FlightEndContract {
    @Override
    protected StoreUnderTest open() {
        return new PostgresStoreUnderTest();
    }
}
