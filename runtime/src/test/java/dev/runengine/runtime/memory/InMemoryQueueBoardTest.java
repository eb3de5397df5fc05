package dev.runengine.runtime.memory;

import dev.runengine.runtime.contract.InMemoryStoreUnderTest;
import dev.runengine.runtime.contract.QueueBoardContract;
import dev.runengine.runtime.contract.StoreUnderTest;

class InMemoryQueueBoardTest extends QueueBoardContract {
    @Override
    protected StoreUnderTest open() {
        return new InMemoryStoreUnderTest();
    }
}
