package dev.runengine.client.wire;

import java.util.List;

/** All schedules of the caller, by name. */
public record ScheduleList(List<ScheduleView> schedules) {
    public ScheduleList {
        schedules = schedules == null ? List.of() : List.copyOf(schedules);
    }
}
