package dev.runengine.client.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;

/**
 * How full a queue is.
 *
 * @param delayed not to be started yet
 * @param paused runs that are paused one by one
 * @param pausedAt since when no worker takes a run of the caller's
 * @param oldestWaitingMs how long the longest waiting entry could have been taken; absent when none waits
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record QueueView(
        String name,
        long waiting,
        long active,
        long delayed,
        long paused,
        long completed,
        long failed,
        long cancelled,
        Optional<Long> oldestWaitingMs,
        int workers,
        Optional<Instant> pausedAt) {}
