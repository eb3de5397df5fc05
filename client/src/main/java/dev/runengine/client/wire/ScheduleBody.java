package dev.runengine.client.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A wish for a schedule.
 *
 * @param cron five fields, as Unix cron has them
 * @param timeZone an IANA time zone; UTC by default
 * @param catchUp skip (default), once or all: what becomes of times that no worker was there for
 * @param overlap allow (default) or skip: whether a run starts while the last one goes on
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ScheduleBody(
        String name,
        String workflowName,
        JsonNode triggerPayload,
        String cron,
        Optional<String> timeZone,
        Optional<String> catchUp,
        Optional<String> overlap) {}
