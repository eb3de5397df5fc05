package dev.runengine.runtime.schedule;

import static dev.runengine.runtime.testing.TestFlows.flow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.json.Json;
import dev.runengine.runtime.engine.Answer;
import dev.runengine.runtime.memory.InMemoryScheduleStore;
import dev.runengine.runtime.port.Cron;
import dev.runengine.runtime.port.Host;
import dev.runengine.runtime.port.RunQueries.Filter;
import dev.runengine.runtime.port.RunRecord;
import dev.runengine.runtime.port.Schedule;
import dev.runengine.runtime.port.Schedule.CatchUp;
import dev.runengine.runtime.port.Schedule.Overlap;
import dev.runengine.runtime.testing.TestEngine;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Runs that schedules start, by a clock that is moved, from an hourly schedule. */
class FiringTest {
    private static final Cron HOURLY = (_, _) ->
            Optional.of(time -> Optional.of(time.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS)));
    private static final Duration HOUR = Duration.ofHours(1);

    private final TestEngine engine = TestEngine.with(flow("f", "a")).startWithoutWorker();
    private final InMemoryScheduleStore store = new InMemoryScheduleStore();
    private final Schedules schedules =
            new Schedules(store, engine.engine().workflows(), HOURLY, Host.of(engine.timer()));
    private final Firing firing = new Firing(engine.engine(), store, HOURLY, engine.timer());

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void aTimeThatIsDueHasItsRunWithTags() {
        var schedule = schedule(CatchUp.SKIP, Overlap.ALLOW);
        assertThat(firing.fire(schedule.id())).as("not yet").contains(now().plus(HOUR));
        assertThat(runs()).isEmpty();

        engine.timer().advance(HOUR);
        assertThat(firing.fire(schedule.id())).contains(now().plus(HOUR));
        assertThat(runs()).singleElement().satisfies(run -> {
            assertThat(run.tags()).containsExactly("schedule:hourly", "fire:" + now());
            assertThat(current().lastRunId()).contains(run.runId());
        });
    }

    @Test
    void aCrashBeforeItWasRecordedGivesNoSecondRun() {
        var schedule = schedule(CatchUp.ALL, Overlap.ALLOW);
        engine.timer().advance(HOUR.multipliedBy(3));
        firing.fire(schedule.id());
        store.seen(schedule.id(), schedule.seenUpTo(), Optional.empty(), Optional.empty());
        engine.timer().advance(Duration.ofMinutes(5));
        firing.fire(schedule.id());

        assertThat(runs()).hasSize(3);
    }

    @Test
    void whatWasMissedIsSkippedOrMadeUpForOnceOrAll() {
        var late = HOUR.multipliedBy(5).plusMinutes(10);
        assertThat(runsAfter(CatchUp.SKIP, late)).isZero();
        assertThat(runsAfter(CatchUp.ONCE, late)).isEqualTo(1);
        assertThat(runsAfter(CatchUp.ALL, late)).isEqualTo(5);
        assertThat(runsAfter(CatchUp.ALL, HOUR.multipliedBy(1_000))).isEqualTo(100);
    }

    @Test
    void whileTheLastRunGoesOnNoOtherIsStartedWhereOverlapIsNotAllowed() throws InterruptedException {
        var schedule = schedule(CatchUp.SKIP, Overlap.SKIP);
        engine.timer().advance(HOUR);
        firing.fire(schedule.id());
        engine.timer().advance(HOUR);
        firing.fire(schedule.id());
        assertThat(runs()).hasSize(1);

        engine.addWorker();
        engine.awaitEnd(runs().getFirst().runId());
        engine.timer().advance(HOUR);
        firing.fire(schedule.id());
        assertThat(runs()).hasSize(2);
    }

    @Test
    void whatFallsIntoAPauseIsNotMadeUpFor() {
        var schedule = schedule(CatchUp.ALL, Overlap.ALLOW);
        schedules.pause(TestEngine.TENANT, "hourly");
        engine.timer().advance(HOUR.multipliedBy(3));
        firing.fire(schedule.id());
        assertThat(runs()).isEmpty();

        schedules.resume(TestEngine.TENANT, "hourly");
        engine.timer().advance(HOUR);
        firing.fire(schedule.id());
        assertThat(runs()).hasSize(1);
    }

    @Test
    void aScheduleThatWasDeletedIsDueNoMore() {
        var schedule = schedule(CatchUp.ALL, Overlap.ALLOW);
        schedules.delete(TestEngine.TENANT, "hourly");
        engine.timer().advance(HOUR);

        assertThat(firing.fire(schedule.id())).isEmpty();
        assertThat(runs()).isEmpty();
    }

    private int runsAfter(CatchUp catchUp, Duration time) {
        int before = runs().size();
        var schedule = schedule(catchUp, Overlap.ALLOW);
        engine.timer().advance(time);
        firing.fire(schedule.id());
        schedules.delete(TestEngine.TENANT, "hourly");
        return runs().size() - before;
    }

    private Schedule schedule(CatchUp catchUp, Overlap overlap) {
        var request = new ScheduleRequest(
                TestEngine.TENANT, "hourly", "f", Json.object(), "0 * * * *", "UTC", catchUp, overlap);
        return switch (schedules.create(request)) {
            case Answer.Accepted<Schedule>(var schedule) -> schedule;
            case Answer.Refused<Schedule> refused -> throw new AssertionError(refused.toString());
        };
    }

    private Schedule current() {
        return store.find(TestEngine.TENANT, "hourly").orElseThrow();
    }

    private Instant now() {
        return engine.timer().instant();
    }

    private List<RunRecord> runs() {
        return engine.store()
                .queries()
                .runs(TestEngine.TENANT, Filter.ALL, Optional.empty(), 1_000)
                .runs();
    }
}
