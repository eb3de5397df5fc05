package dev.runengine.runtime.memory;

import dev.runengine.runtime.contract.InMemoryStoreUnderTest;
import dev.runengine.runtime.contract.JournalContract;
import dev.runengine.runtime.contract.StoreUnderTest;

class InMemoryJournalTest extends JournalContract {
    @Override
    protected StoreUnderTest open() {
        return new InMemoryStoreUnderTest();
    }
}
