package dev.runengine.runtime.memory;

import dev.runengine.runtime.port.Schedule;
import dev.runengine.runtime.port.ScheduleStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Schedules in memory: the reference. Nobody is told when they are due. */
public final class InMemoryScheduleStore implements ScheduleStore {
    private final Map<UUID, Schedule> schedules = new LinkedHashMap<>();

    @Override
    public synchronized boolean create(Schedule schedule, Instant firstDue) {
        if (find(schedule.tenant(), schedule.name()).isPresent()) {
            return false;
        }
        schedules.put(schedule.id(), schedule);
        return true;
    }

    @Override
    public synchronized List<Schedule> list(String tenant) {
        return schedules.values().stream()
                .filter(schedule -> schedule.tenant().equals(tenant))
                .sorted(Comparator.comparing(Schedule::name))
                .toList();
    }

    @Override
    public synchronized Optional<Schedule> find(String tenant, String name) {
        return list(tenant).stream()
                .filter(schedule -> schedule.name().equals(name))
                .findFirst();
    }

    @Override
    public synchronized boolean delete(String tenant, String name) {
        return find(tenant, name)
                .map(schedule -> schedules.remove(schedule.id()) != null)
                .orElse(false);
    }

    @Override
    public synchronized boolean pause(String tenant, String name, Instant at) {
        return change(
                find(tenant, name),
                s -> with(s, s.pausedAt().or(() -> Optional.of(at)), s.seenUpTo(), s.lastRunId(), s.lastError()));
    }

    @Override
    public synchronized boolean resume(String tenant, String name, Instant at) {
        return change(
                find(tenant, name),
                s -> s.pausedAt().isEmpty() ? s : with(s, Optional.empty(), at, s.lastRunId(), s.lastError()));
    }

    @Override
    public synchronized Optional<Schedule> load(UUID scheduleId) {
        return Optional.ofNullable(schedules.get(scheduleId));
    }

    @Override
    public synchronized void seen(UUID scheduleId, Instant upTo, Optional<UUID> lastRunId, Optional<String> lastError) {
        change(load(scheduleId), s -> with(s, s.pausedAt(), upTo, lastRunId, lastError));
    }

    private boolean change(Optional<Schedule> schedule, UnaryOperator<Schedule> change) {
        schedule.ifPresent(found -> schedules.put(found.id(), change.apply(found)));
        return schedule.isPresent();
    }

    private static Schedule with(
            Schedule s,
            Optional<Instant> pausedAt,
            Instant seenUpTo,
            Optional<UUID> lastRunId,
            Optional<String> lastError) {
        return new Schedule(
                s.id(),
                s.tenant(),
                s.name(),
                s.workflowName(),
                s.payload(),
                s.cron(),
                s.zone(),
                s.catchUp(),
                s.overlap(),
                s.createdAt(),
                pausedAt,
                seenUpTo,
                lastRunId,
                lastError);
    }
}
