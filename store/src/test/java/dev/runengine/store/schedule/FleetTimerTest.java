package dev.runengine.store.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.json.Json;
import dev.runengine.runtime.port.Schedule;
import dev.runengine.store.contract.PostgresStoreUnderTest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two nodes on one database. */
class FleetTimerTest {
    @Test
    void oneNodeIsWokenForEachTimeAndNobodyOnceItIsOver() throws InterruptedException {
        var fired = new LinkedBlockingQueue<UUID>();
        try (var store = new PostgresStoreUnderTest();
                var _ = store.timer(id -> fire(fired, id));
                var _ = store.timer(id -> fire(fired, id))) {
            var due =
                    IntStream.range(0, 5).mapToObj(i -> create(store, "s" + i)).toList();

            var woken = new ArrayList<UUID>();
            for (int i = 0; i < due.size(); i++) {
                woken.add(fired.poll(20, TimeUnit.SECONDS));
            }
            assertThat(woken).containsExactlyInAnyOrderElementsOf(due);
            assertThat(fired.poll(2, TimeUnit.SECONDS)).as("no second time").isNull();
        }
    }

    @Test
    void oneNodeOfTheFleetCleansUp() throws InterruptedException {
        var cleaned = new LinkedBlockingQueue<String>();
        try (var store = new PostgresStoreUnderTest();
                var _ = store.timer(_ -> Optional.empty(), () -> cleaned.add("one"));
                var _ = store.timer(_ -> Optional.empty(), () -> cleaned.add("other"))) {
            assertThat(cleaned.poll(20, TimeUnit.SECONDS)).isNotNull();
            assertThat(cleaned.poll(2, TimeUnit.SECONDS))
                    .as("not again so soon")
                    .isNull();
        }
    }

    private static Optional<Instant> fire(LinkedBlockingQueue<UUID> fired, UUID id) {
        fired.add(id);
        return Optional.empty();
    }

    private static UUID create(PostgresStoreUnderTest store, String name) {
        var now = Instant.now();
        var schedule = new Schedule(
                UUID.randomUUID(),
                "acme",
                name,
                "song",
                Json.object(),
                "* * * * *",
                ZoneId.of("UTC"),
                Schedule.CatchUp.SKIP,
                Schedule.Overlap.ALLOW,
                now,
                Optional.empty(),
                now,
                Optional.empty(),
                Optional.empty());
        store.schedules().create(schedule, now);
        return schedule.id();
    }
}
