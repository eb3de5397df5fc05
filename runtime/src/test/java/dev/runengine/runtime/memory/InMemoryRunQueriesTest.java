package dev.runengine.runtime.memory;

import dev.runengine.runtime.contract.InMemoryStoreUnderTest;
import dev.runengine.runtime.contract.RunQueriesContract;
import dev.runengine.runtime.contract.StoreUnderTest;

class InMemoryRunQueriesTest extends RunQueriesContract {
    @Override
    protected StoreUnderTest open() {
        return new InMemoryStoreUnderTest();
    }
}
