package dev.runengine.runtime.memory;

import dev.runengine.runtime.contract.InMemoryStoreUnderTest;
import dev.runengine.runtime.contract.QuotasContract;
import dev.runengine.runtime.contract.StoreUnderTest;

class InMemoryQuotasTest extends QuotasContract {
    @Override
    protected StoreUnderTest open() {
        return new InMemoryStoreUnderTest();
    }
}
