package dev.runengine.campaign.brief;

import org.jspecify.annotations.Nullable;

/**
 * How hard the game is and how often it is won.
 *
 * @param level easy, medium or hard
 * @param maxDurationSec of a game, absent if nobody set a limit
 */
public record Difficulty(
        String level,
        double winProbability,
        String rationale,
        @Nullable Integer maxDurationSec) {}
