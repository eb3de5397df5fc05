package dev.runengine.store.contract;

import dev.runengine.runtime.contract.FlightContract;
import dev.runengine.runtime.contract.StoreUnderTest;

class PostgresFlightsTest extends FlightContract {
    @Override
    protected StoreUnderTest open() {
        return new PostgresStoreUnderTest();
    }
}
