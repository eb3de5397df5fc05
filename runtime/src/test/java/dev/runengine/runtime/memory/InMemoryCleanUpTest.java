package dev.runengine.runtime.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.runtime.contract.CleanUpContract;
import dev.runengine.runtime.contract.InMemoryStoreUnderTest;
import dev.runengine.runtime.contract.StoreUnderTest;
import dev.runengine.runtime.retention.Retention;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryCleanUpTest extends CleanUpContract {
    @Override
    protected StoreUnderTest open() {
        return new InMemoryStoreUnderTest();
    }

    @Test
    void moreGoesThanFitsIntoOneBatch() throws IOException {
        for (int i = 0; i < 501; i++) {
            var run = create(newRun("acme"));
            store.runs().requestCancel("acme", run, T0);
        }

        assertThat(clean(new Retention(List.of(DAYS)), IN_TWO_DAYS).runs()).isEqualTo(501);
    }
}
