package dev.runengine.skills.job;

import dev.runengine.core.json.Json;
import dev.runengine.core.json.JsonPointer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a job is followed.
 *
 * @param id where in the answer to the first request the job's id, or its address, stands
 * @param status the request that tells how the job is
 * @param state where in that answer its state stands
 * @param done the states in which it has succeeded
 * @param failed the states in which it never will
 * @param reason where a failed job says why
 * @param result the request for the result, where the status does not carry it
 * @param cancel the request that stops the job
 * @param lookUp how a job is found whose id was lost
 * @param interval between the first two looks; grows by half from look to look
 * @param longestInterval up to this
 */
public record JobSettings(
        JsonPointer id,
        RequestTemplate status,
        JsonPointer state,
        List<Json> done,
        List<Json> failed,
        Optional<JsonPointer> reason,
        Optional<RequestTemplate> result,
        Optional<RequestTemplate> cancel,
        Optional<LookUp> lookUp,
        Duration interval,
        Duration longestInterval) {
    public JobSettings {
        done = List.copyOf(done);
        failed = List.copyOf(failed);
    }

    Duration after(Duration pause) {
        var longer = pause.multipliedBy(3).dividedBy(2);
        return longer.compareTo(longestInterval) < 0 ? longer : longestInterval;
    }
}
