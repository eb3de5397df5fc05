package dev.runengine.runtime.worker;

import java.time.Duration;

/**
 * How much a worker does at once, and how often it does what nobody asks it for.
 *
 * @param poll how long it trusts that somebody would have told it of a run to claim
 * @param heartbeat how often it tells that it is alive; several times within its lease
 * @param handOverGrace how long running steps may go on once it is closed
 */
public record Pace(int maxRuns, Duration poll, Duration heartbeat, Duration handOverGrace) {}
