package dev.runengine.runtime.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.json.Json;
import dev.runengine.core.run.Phase;
import dev.runengine.core.run.Transition;
import dev.runengine.runtime.contract.InMemoryStoreUnderTest;
import dev.runengine.runtime.engine.TriggerRequest;
import dev.runengine.runtime.memory.InMemoryArtifactStore;
import dev.runengine.runtime.port.EngineListener;
import dev.runengine.runtime.port.HotTier;
import dev.runengine.runtime.port.RunQueue;
import dev.runengine.runtime.port.StoreUnavailableException;
import dev.runengine.runtime.port.WorkflowVersions;
import dev.runengine.runtime.testing.ManualTimer;
import dev.runengine.runtime.testing.PassingQueue;
import dev.runengine.runtime.testing.Signal;
import dev.runengine.runtime.testing.TestFlows;
import dev.runengine.runtime.testing.TestSkills;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** A node that is closed while the store is out of reach. */
class SigningOffTest {
    private final InMemoryStoreUnderTest store = new InMemoryStoreUnderTest();
    private final Signal ended = new Signal();
    private final Signal goOn = new Signal();
    private final List<Transition> heard = new CopyOnWriteArrayList<>();

    @Test
    void whatWasCommittedIsStillAnnounced() throws InterruptedException {
        EngineListener slow = (_, transition, _) -> {
            ended.give();
            goOn.awaitStubbornly();
            heard.add(transition);
        };
        var flow = TestFlows.flow("f", "a");
        store.register(TestFlows.compile(flow));
        var node = EngineNode.start(
                ports(),
                new TestSkills(),
                (_, _) -> List.of(),
                List.of(flow.build()),
                List.of(slow),
                new ManualTimer(),
                NodeSettings.forThisMachine());
        node.engine().trigger(TriggerRequest.of("acme", "f", Json.object()));
        ended.await();
        var closing = Thread.ofVirtual().start(node::close);
        goOn.give();
        closing.join();

        assertThat(heard)
                .last()
                .isInstanceOfSatisfying(
                        Transition.RunMoved.class, last -> assertThat(last.to()).isInstanceOf(Phase.Ended.class));
    }

    private Ports ports() {
        return new Ports(
                store.runs(),
                store.queries(),
                store.history(),
                store.shelf(),
                store.plans(),
                store.board(),
                store.journal(),
                HotTier.NONE,
                store.cache(),
                store.uses(),
                store.flights(),
                new NoVersions(),
                new InMemoryArtifactStore(Path.of("target", "test-artifacts")),
                _ -> cutOffInTheEnd(store.worker()));
    }

    private static RunQueue cutOffInTheEnd(RunQueue queue) {
        return new PassingQueue(queue) {
            @Override
            public void close() {
                throw new StoreUnavailableException("out of reach", new IllegalStateException());
            }
        };
    }

    private static final class NoVersions implements WorkflowVersions {
        @Override
        public boolean record(String name, String version, ContentHash digest, Json spec, Instant at) {
            return true;
        }

        @Override
        public List<Json> specs() {
            return List.of();
        }
    }
}
