package dev.runengine.runtime.worker;

import static dev.runengine.runtime.testing.TestFlows.flow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.json.Json;
import dev.runengine.core.run.RunStatus;
import dev.runengine.runtime.engine.TriggerRequest;
import dev.runengine.runtime.testing.TestEngine;
import dev.runengine.runtime.testing.TestSkills;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RoomTest {
    @Test
    void aNodeFullOfOneTenantsRunsStillTakesAnothers() throws InterruptedException {
        var started = new CountDownLatch(88);
        try (var engine = TestEngine.with(flow("long", "stuck"), flow("short", "quick"))
                .skill("stuck", _ -> {
                    started.countDown();
                    return TestSkills.broken("backs off, by a clock that stands still");
                })
                .start()) {
            for (int i = 0; i < 120; i++) {
                var own = Json.object("parts", Json.object("stuck", Json.of(i)));
                TestEngine.accepted(engine.engine().trigger(TriggerRequest.of("big", "long", own)));
            }
            assertThat(started.await(30, TimeUnit.SECONDS)).isTrue();

            assertThat(engine.awaitEnd(engine.trigger("short")).status()).isEqualTo(RunStatus.COMPLETED);
            assertThat(engine.skills().executions("stuck"))
                    .as("of 100 it may drive")
                    .hasSize(88);
        }
    }

    @Test
    void whatIsKeptIsClosedToThoseWhoHaveAsMuchOnly() {
        assertThat(Room.in(16, Collections.nCopies(10, "big"))).isEqualTo(new Room(4, Set.of()));
        assertThat(Room.in(16, Collections.nCopies(14, "big"))).isEqualTo(new Room(2, Set.of("big")));
        assertThat(Room.in(1, Collections.nCopies(0, "big"))).isEqualTo(new Room(1, Set.of()));
    }
}
