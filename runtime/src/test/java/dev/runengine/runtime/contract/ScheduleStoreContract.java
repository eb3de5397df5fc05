package dev.runengine.runtime.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.json.Json;
import dev.runengine.runtime.port.Schedule;
import dev.runengine.runtime.port.Schedule.CatchUp;
import dev.runengine.runtime.port.Schedule.Overlap;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How a {@link dev.runengine.runtime.port.ScheduleStore} keeps schedules. */
public abstract class ScheduleStoreContract extends StoreContract {
    @Test
    void aScheduleIsReadBackAsItWasCreated() {
        var schedule = schedule("acme", "nightly");
        assertThat(store.schedules().create(schedule, T0)).isTrue();

        assertThat(store.schedules().find("acme", "nightly")).contains(schedule);
        assertThat(store.schedules().load(schedule.id())).contains(schedule);
        assertThat(store.schedules().list("acme")).containsExactly(schedule);
    }

    @Test
    void aNameIsTakenOnceWithinATenant() {
        assertThat(store.schedules().create(schedule("acme", "nightly"), T0)).isTrue();
        assertThat(store.schedules().create(schedule("acme", "nightly"), T0)).isFalse();
        assertThat(store.schedules().create(schedule("other", "nightly"), T0)).isTrue();
    }

    @Test
    void anotherTenantsScheduleIsAsIfItDidNotExist() {
        store.schedules().create(schedule("acme", "nightly"), T0);

        assertThat(store.schedules().list("other")).isEmpty();
        assertThat(store.schedules().find("other", "nightly")).isEmpty();
        assertThat(store.schedules().pause("other", "nightly", T0)).isFalse();
        assertThat(store.schedules().resume("other", "nightly", T0)).isFalse();
        assertThat(store.schedules().delete("other", "nightly")).isFalse();
        assertThat(store.schedules().find("acme", "nightly")).isPresent();
    }

    @Test
    void aPauseLastsSinceItsFirstTimeAndIsNotMadeUpFor() {
        store.schedules().create(schedule("acme", "nightly"), T0);
        assertThat(store.schedules().pause("acme", "nightly", T0.plusSeconds(1)))
                .isTrue();
        assertThat(store.schedules().pause("acme", "nightly", T0.plusSeconds(2)))
                .isTrue();
        assertThat(find().pausedAt()).contains(T0.plusSeconds(1));

        assertThat(store.schedules().resume("acme", "nightly", T0.plusSeconds(9)))
                .isTrue();
        assertThat(find().pausedAt()).isEmpty();
        assertThat(find().seenUpTo()).isEqualTo(T0.plusSeconds(9));
        store.schedules().resume("acme", "nightly", T0.plusSeconds(20));
        assertThat(find().seenUpTo()).as("it was not paused").isEqualTo(T0.plusSeconds(9));
    }

    @Test
    void whatWasSeenIsRemembered() {
        var schedule = schedule("acme", "nightly");
        var run = new UUID(1, 2);
        store.schedules().create(schedule, T0);
        store.schedules().seen(schedule.id(), T0.plusSeconds(60), Optional.of(run), Optional.of("no such workflow"));

        assertThat(find().seenUpTo()).isEqualTo(T0.plusSeconds(60));
        assertThat(find().lastRunId()).contains(run);
        assertThat(find().lastError()).contains("no such workflow");
    }

    @Test
    void aDeletedScheduleIsGone() {
        var schedule = schedule("acme", "nightly");
        store.schedules().create(schedule, T0);

        assertThat(store.schedules().delete("acme", "nightly")).isTrue();
        assertThat(store.schedules().delete("acme", "nightly")).isFalse();
        assertThat(store.schedules().load(schedule.id())).isEmpty();
    }

    private Schedule find() {
        return store.schedules().find("acme", "nightly").orElseThrow();
    }

    private static Schedule schedule(String tenant, String name) {
        return new Schedule(
                UUID.randomUUID(),
                tenant,
                name,
                "song",
                Json.object("brief", Json.of("rain")),
                "30 2 * * *",
                ZoneId.of("Europe/Berlin"),
                CatchUp.ONCE,
                Overlap.SKIP,
                T0,
                Optional.empty(),
                T0,
                Optional.empty(),
                Optional.empty());
    }
}
