package dev.runengine.campaign.playthrough;

import java.util.List;
import java.util.Optional;

/**
 * What came of playing a game.
 *
 * @param reason why it could not be played; empty when it was
 * @param faults without repetitions, in an order that does not depend on timing
 * @param timings not the same on two runs
 */
public record PlayReport(
        boolean played, Optional<String> reason, List<Play> plays, List<Fault> faults, List<Timing> timings) {
    public PlayReport {
        plays = List.copyOf(plays);
        faults = faults.stream().distinct().sorted().toList();
        timings = List.copyOf(timings);
    }

    public static PlayReport couldNot(String reason) {
        return new PlayReport(false, Optional.of(reason), List.of(), List.of(), List.of());
    }

    /** @param ended the state the game was in at the end: won, lost, or where it stuck */
    public record Play(Goal goal, boolean touch, long seed, String ended) {}

    public record Timing(Goal goal, long loadMillis, long playMillis) {}
}
