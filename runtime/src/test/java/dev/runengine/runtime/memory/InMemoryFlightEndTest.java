package dev.runengine.runtime.memory;

import dev.runengine.runtime.contract.FlightEndContract;
import dev.runengine.runtime.contract.InMemoryStoreUnderTest;
import dev.runengine.runtime.contract.StoreUnderTest;

class InMemoryFlightEndTest extends FlightEndContract {
    @Override
    protected StoreUnderTest open() {
        return new InMemoryStoreUnderTest();
    }
}
