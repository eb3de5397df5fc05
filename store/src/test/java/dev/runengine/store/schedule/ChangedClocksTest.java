package dev.runengine.store.schedule;

import static dev.runengine.runtime.testing.TestFlows.flow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.json.Json;
import dev.runengine.runtime.engine.Answer;
import dev.runengine.runtime.memory.InMemoryScheduleStore;
import dev.runengine.runtime.port.Host;
import dev.runengine.runtime.port.RunQueries.Filter;
import dev.runengine.runtime.port.Schedule;
import dev.runengine.runtime.port.Schedule.CatchUp;
import dev.runengine.runtime.port.Schedule.Overlap;
import dev.runengine.runtime.schedule.Firing;
import dev.runengine.runtime.schedule.ScheduleRequest;
import dev.runengine.runtime.schedule.Schedules;
import dev.runengine.runtime.testing.TestEngine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Runs of a daily schedule around the days on which the clocks are changed. */
class ChangedClocksTest {
    @Test
    void inSpringTheTimeThatIsLeftOutHasNoRun() {
        assertThat(firedFrom("2026-03-28T00:00:00Z"))
                .containsExactly("fire:2026-03-28T01:30:00Z", "fire:2026-03-30T00:30:00Z");
    }

    @Test
    void inAutumnTheTimeThatComesTwiceHasOneRun() {
        assertThat(firedFrom("2026-10-24T00:00:00Z"))
                .containsExactly("fire:2026-10-24T00:30:00Z", "fire:2026-10-25T00:30:00Z", "fire:2026-10-26T01:30:00Z");
    }

    /** What a schedule for half past two at night in Berlin starts within three days, asked every half hour. */
    private static List<String> firedFrom(String start) {
        try (var engine = TestEngine.with(flow("f", "a")).startWithoutWorker()) {
            var store = new InMemoryScheduleStore();
            var cron = new UnixCron();
            var timer = engine.timer();
            timer.advance(Duration.between(timer.instant(), Instant.parse(start)));
            var schedules = new Schedules(store, engine.engine().workflows(), cron, Host.of(timer));
            var id = accepted(schedules.create(new ScheduleRequest(
                            TestEngine.TENANT,
                            "nightly",
                            "f",
                            Json.object(),
                            "30 2 * * *",
                            "Europe/Berlin",
                            CatchUp.ALL,
                            Overlap.ALLOW)))
                    .id();
            var firing = new Firing(engine.engine(), store, cron, timer);
            for (int halfHours = 0; halfHours < 3 * 48; halfHours++) {
                timer.advance(Duration.ofMinutes(30));
                firing.fire(id);
            }
            return engine
                    .store()
                    .queries()
                    .runs(TestEngine.TENANT, Filter.ALL, Optional.empty(), 10)
                    .runs()
                    .reversed()
                    .stream()
                    .map(run -> run.tags().getLast())
                    .toList();
        }
    }

    private static Schedule accepted(Answer<Schedule> answer) {
        return switch (answer) {
            case Answer.Accepted<Schedule>(var schedule) -> schedule;
            case Answer.Refused<Schedule> refused -> throw new AssertionError(refused.toString());
        };
    }
}
