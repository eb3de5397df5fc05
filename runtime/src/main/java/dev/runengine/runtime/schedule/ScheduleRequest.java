package dev.runengine.runtime.schedule;

import dev.runengine.core.json.Json;
import dev.runengine.runtime.port.Schedule.CatchUp;
import dev.runengine.runtime.port.Schedule.Overlap;

/** A wish for a schedule. @param zone an IANA time zone, such as Europe/Berlin */
public record ScheduleRequest(
        String tenant,
        String name,
        String workflowName,
        Json payload,
        String cron,
        String zone,
        CatchUp catchUp,
        Overlap overlap) {}
