package dev.runengine.store.contract;

import dev.runengine.runtime.contract.RecordedAnswerContract;
import dev.runengine.runtime.contract.StoreUnderTest;

class PostgresRecordedAnswerTest extends RecordedAnswerContract {
    @Override
    protected StoreUnderTest open() {
        return new PostgresStoreUnderTest();
    }
}
