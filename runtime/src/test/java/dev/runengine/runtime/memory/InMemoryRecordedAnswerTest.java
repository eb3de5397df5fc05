package dev.runengine.runtime.memory;

import dev.runengine.runtime.contract.InMemoryStoreUnderTest;
import dev.runengine.runtime.contract.RecordedAnswerContract;
import dev.runengine.runtime.contract.StoreUnderTest;

class InMemoryRecordedAnswerTest extends RecordedAnswerContract {
    @Override
    protected StoreUnderTest open() {
        return new InMemoryStoreUnderTest();
    }
}
