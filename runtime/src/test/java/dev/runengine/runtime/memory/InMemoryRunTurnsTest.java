package dev.runengine.runtime.memory;

import dev.runengine.runtime.contract.InMemoryStoreUnderTest;
import dev.runengine.runtime.contract.RunTurnsContract;
import dev.runengine.runtime.contract.StoreUnderTest;

class InMemoryRunTurnsTest extends RunTurnsContract {
    @Override
    protected StoreUnderTest open() {
        return new InMemoryStoreUnderTest();
    }
}
