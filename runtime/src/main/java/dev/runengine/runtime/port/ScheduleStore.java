package dev.runengine.runtime.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Durable home of schedules. Names are a tenant's own; what is another tenant's is as if it did not exist. */
public interface ScheduleStore {
    /**
     * Records a schedule and that it is due first at that time, all or nothing.
     *
     * @return false when the tenant has one of that name
     */
    boolean create(Schedule schedule, Instant firstDue);

    /** By name. */
    List<Schedule> list(String tenant);

    Optional<Schedule> find(String tenant, String name);

    /** @return false when there is none */
    boolean delete(String tenant, String name);

    /** Pausing again changes nothing. @return false when there is none */
    boolean pause(String tenant, String name, Instant at);

    /** Goes on with the times after this one. @return false when there is none */
    boolean resume(String tenant, String name, Instant at);

    /** For whoever starts what is due. */
    Optional<Schedule> load(UUID scheduleId);

    /** Records that all up to this time is dealt with. */
    void seen(UUID scheduleId, Instant upTo, Optional<UUID> lastRunId, Optional<String> lastError);
}
