package dev.runengine.store.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.runtime.contract.HotTierContract;
import dev.runengine.runtime.port.HotTier;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RedisHotTierTest extends HotTierContract {
    private static RedisServer server;

    @BeforeAll
    static void startServer() {
        server = RedisServer.start();
    }

    @AfterAll
    static void endServer() {
        server.close();
    }

    @Override
    protected HotTier open() {
        server.ask(commands -> commands.flushall());
        return RedisTiers.patient(server.url());
    }

    @Override
    protected void pass(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }

    @Test
    void aLargeValueIsNotKeptNorTheOneItReplaces() {
        tier.put("large", bytes("an earlier one"), Duration.ofHours(1));
        tier.put("large", new byte[1 << 20], Duration.ofHours(1));

        assertThat(tier.find(List.of("large"))).isEmpty();
    }

    @Test
    void aValueOfAnotherKindIsNotFound() {
        server.ask(commands -> commands.lpush("list", "no", "value"));
        tier.put("a", bytes("of a"), Duration.ofHours(1));

        assertThat(tier.find(List.of("list", "a"))).containsOnlyKeys("a");
    }

    @Test
    void aServerThatDidNotAnswerIsNotAskedBeforeThePauseIsOver() {
        tier.put("a", bytes("of a"), Duration.ofHours(1));
        assertThat(tier.find(List.of("a"))).containsKey("a");
        try (var waiting = RedisHotTier.at(RedisAddress.parse(server.url()), Duration.ofHours(1))) {
            server.freeze();
            while (waiting.available()) {
                waiting.find(List.of("a"));
            }
            server.thaw();
            assertThat(tier.find(List.of("a"))).as("it answers others").containsKey("a");
            assertThat(waiting.find(List.of("a"))).isEmpty();
        }
    }

    @Test
    void whatOneNodePutsAnotherFinds() {
        tier.put("a", bytes("of a"), Duration.ofHours(1));
        assertThat(tier.find(List.of("a"))).containsKey("a");

        try (var other = RedisTiers.patient(server.url())) {
            assertThat(other.find(List.of("a"))).containsEntry("a", bytes("of a"));
        }
    }
}
