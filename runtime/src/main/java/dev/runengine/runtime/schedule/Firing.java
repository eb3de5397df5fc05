package dev.runengine.runtime.schedule;

import dev.runengine.core.reuse.CacheFlags;
import dev.runengine.runtime.engine.Answer;
import dev.runengine.runtime.engine.QueuedRun;
import dev.runengine.runtime.engine.RunEngine;
import dev.runengine.runtime.engine.TriggerRequest;
import dev.runengine.runtime.port.Cron;
import dev.runengine.runtime.port.Schedule;
import dev.runengine.runtime.port.Schedule.Overlap;
import dev.runengine.runtime.port.ScheduleStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts what is due. May be repeated after a crash at any point: a time that has its run gets no second one. For one
 * caller at a time for each schedule.
 */
public final class Firing {
    private static final Logger LOG = LoggerFactory.getLogger(Firing.class);

    private final RunEngine engine;
    private final ScheduleStore schedules;
    private final Cron cron;
    private final InstantSource clock;

    public Firing(RunEngine engine, ScheduleStore schedules, Cron cron, InstantSource clock) {
        this.engine = engine;
        this.schedules = schedules;
        this.cron = cron;
        this.clock = clock;
    }

    /** @return when it is due next; empty when it is gone, or names no further time */
    public Optional<Instant> fire(UUID scheduleId) {
        return schedules
                .load(scheduleId)
                .flatMap(schedule -> cron.parse(schedule.cron(), schedule.zone())
                        .flatMap(times -> {
                            var now = clock.instant();
                            if (schedule.pausedAt().isEmpty()) {
                                fire(schedule, DueTimes.of(times, schedule.catchUp(), schedule.seenUpTo(), now), now);
                            }
                            return times.after(now);
                        }));
    }

    private void fire(Schedule schedule, List<Instant> due, Instant now) {
        var lastRun = schedule.lastRunId();
        var lastError = schedule.lastError();
        for (var time : due) {
            if (schedule.overlap() == Overlap.SKIP && goesOn(schedule, lastRun)) {
                LOG.info("[RunEngine] Schedule skipped, its last run goes on: {}, {}", schedule.name(), time);
                continue;
            }
            switch (engine.triggerAs(request(schedule, time), FireId.of(schedule.id(), time))) {
                case Answer.Accepted<QueuedRun>(var run) -> {
                    lastRun = Optional.of(run.runId());
                    lastError = Optional.empty();
                }
                case Answer.Refused<QueuedRun>(var code, var message, var _) -> {
                    LOG.warn("[RunEngine] Schedule cannot start its run: {}: {}", schedule.name(), message);
                    lastError = Optional.of(code + ": " + message);
                }
            }
        }
        schedules.seen(schedule.id(), now, lastRun, lastError);
    }

    private boolean goesOn(Schedule schedule, Optional<UUID> run) {
        return run.flatMap(id -> engine.queries().run(schedule.tenant(), id))
                .map(last -> !last.status().over())
                .orElse(false);
    }

    private static TriggerRequest request(Schedule schedule, Instant time) {
        return new TriggerRequest(
                schedule.tenant(),
                schedule.workflowName(),
                Optional.empty(),
                schedule.payload(),
                CacheFlags.DEFAULT,
                0,
                Optional.empty(),
                List.of("schedule:" + schedule.name(), "fire:" + time));
    }
}
