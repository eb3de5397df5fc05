package dev.runengine.store.contract;

import dev.runengine.runtime.contract.QueueBoardContract;
import dev.runengine.runtime.contract.StoreUnderTest;

class PostgresQueueBoardTest extends QueueBoardContract {
    @Override
    protected StoreUnderTest open() {
        return new PostgresStoreUnderTest();
    }
}
