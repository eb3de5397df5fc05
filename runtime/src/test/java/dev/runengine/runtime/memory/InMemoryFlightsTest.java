package dev.runengine.runtime.memory;

import dev.runengine.runtime.contract.FlightContract;
import dev.runengine.runtime.contract.InMemoryStoreUnderTest;
import dev.runengine.runtime.contract.StoreUnderTest;

class InMemoryFlightsTest extends FlightContract {
    @Override
    protected StoreUnderTest open() {
        return new InMemoryStoreUnderTest();
    }
}
