package dev.runengine.store.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.json.Json;
import dev.runengine.core.reuse.Verdict;
import dev.runengine.core.run.RunStatus;
import dev.runengine.core.workflow.CachePolicy;
import dev.runengine.runtime.port.StepRecord;
import dev.runengine.runtime.testing.TestEngine;
import dev.runengine.runtime.testing.TestFlows;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Runs go on whatever happens to the server in the middle of them: nothing fails, nothing is executed that need not be, and
 * once the server is well again results are hot again.
 */
class RedisTroubleTest {
    private static final int INPUTS = 5;
    private static final int CLIENTS = 3;
    private static final Duration SOON = Duration.ofSeconds(20);

    private RedisServer server;
    private Interference network;
    private RedisHotTier tier;
    private TestEngine engine;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        server = RedisServer.start();
        network = Interference.before(server);
        tier = RedisTiers.at("redis://127.0.0.1:" + network.port());
        engine = TestEngine.with(TestFlows.flow("song")
                        .cache(CachePolicy.GLOBAL)
                        .step(TestFlows.step("a"))
                        .step(TestFlows.step("b <- a")))
                .hot(tier)
                .start();
        for (int input = 0; input < INPUTS; input++) {
            run(input);
        }
        awaitHotHits();
    }

    @AfterEach
    void end() throws IOException {
        engine.close();
        tier.close();
        network.close();
        server.close();
    }

    @Test
    void aServerThatDoesNotAnswer() throws Exception {
        duringLoad(() -> {
            server.freeze();
            awaitTier(false);
            server.thaw();
        });
    }

    @Test
    void aServerThatIsKilledAndStartedAgain() throws Exception {
        duringLoad(() -> {
            server.kill();
            awaitTier(false);
            server.startAgain();
        });
    }

    @Test
    void aServerThatIsRestartedInAMoment() throws Exception {
        duringLoad(() -> {
            server.kill();
            server.startAgain();
        });
    }

    @Test
    void aServerWhoseAnswersAreGarbage() throws Exception {
        duringLoad(() -> {
            network.give(Interference.Answers.GARBAGE);
            awaitTier(false);
            network.give(Interference.Answers.AS_THEY_ARE);
        });
    }

    @Test
    void aConnectionThatIsCut() throws Exception {
        duringLoad(network::cut);
    }

    @Test
    void aServerThatIsFull() throws Exception {
        duringLoad(() -> {
            server.ask(commands -> commands.configSet("maxmemory", "1") + commands.flushall());
            assertThat(run(0)).as("nothing new is taken").doesNotContain(Verdict.HIT_HOT);
            server.ask(commands -> commands.configSet("maxmemory", "0"));
        });
    }

    @Test
    void entriesThatAnotherProgramHasOverwritten() throws Exception {
        duringLoad(() -> server.ask(commands -> {
            var entries = commands.keys("run-engine:*");
            entries.forEach(key -> commands.set(key, "no result at all"));
            return entries;
        }));
    }

    @Test
    void aServerThatIsEmptied() throws Exception {
        duringLoad(() -> server.ask(commands -> commands.flushall()));
    }

    @FunctionalInterface
    private interface Trouble {
        void happens() throws Exception;
    }

    private void duringLoad(Trouble trouble) throws Exception {
        var over = new AtomicBoolean();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var load = new ArrayList<Future<?>>();
            for (int client = 0; client < CLIENTS; client++) {
                load.add(clients.submit(() -> {
                    for (int n = 0; !over.get(); n++) {
                        assertThat(run(n % INPUTS)).allMatch(RedisTroubleTest::isHit);
                    }
                    return null;
                }));
            }
            try {
                trouble.happens();
                awaitHotHits();
            } finally {
                over.set(true);
            }
            for (var client : load) {
                client.get();
            }
        }
        assertThat(engine.skills().executed())
                .as("every result was there to be reused")
                .hasSize(2 * INPUTS);
    }

    private static boolean isHit(Verdict verdict) {
        return verdict == Verdict.HIT_HOT || verdict == Verdict.HIT_COLD;
    }

    private void awaitHotHits() throws InterruptedException {
        long end = System.nanoTime() + SOON.toNanos();
        while (!run(0).stream().allMatch(Verdict.HIT_HOT::equals)) {
            assertThat(System.nanoTime() - end).as("results are hot again").isNegative();
        }
    }

    private void awaitTier(boolean available) {
        long end = System.nanoTime() + SOON.toNanos();
        while (tier.available() != available) {
            assertThat(System.nanoTime() - end).as("noticed").isNegative();
            Thread.onSpinWait();
        }
    }

    private List<Verdict> run(int input) throws InterruptedException {
        UUID run = engine.trigger("song", Json.object("parts", Json.object("a", Json.of(input))));
        assertThat(engine.awaitEnd(run).status()).isEqualTo(RunStatus.COMPLETED);
        return engine.store().queries().steps(TestEngine.TENANT, run, Optional.empty()).orElseThrow().stream()
                .map(StepRecord::decision)
                .map(decision -> decision.orElseThrow().verdict())
                .toList();
    }
}
