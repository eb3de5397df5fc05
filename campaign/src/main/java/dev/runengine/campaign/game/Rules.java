package dev.runengine.campaign.game;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Designs the rules of a game for a level, a chance and a time.
 *
 * @param limitSec the longest the game may take
 */
record Rules(Level level, double winProbability, int limitSec, List<String> motifs) {
    private static final List<String> ALL_MOTIFS = List.of(
            "star", "heart", "gift", "sun", "coin", "leaf", "drop", "crown", "ball", "planet", "snow", "spark", "bean",
            "bat");
    private static final int SEGMENTS = 8;
    private static final int SLOWEST_SPIN_MS = 5_000;

    enum Level {
        EASY,
        MEDIUM,
        HARD;

        <T> T of(T easy, T medium, T hard) {
            return switch (this) {
                case EASY -> easy;
                case MEDIUM -> medium;
                case HARD -> hard;
            };
        }
    }

    Mechanics.SpinWheel spinWheel(String winLabel, String loseLabel) {
        int winning = winningSegments();
        var segments = new ArrayList<Mechanics.Segment>();
        for (int i = 0; i < SEGMENTS; i++) {
            // Spread evenly (Bresenham), so that luck looks near from everywhere.
            boolean wins = (i + 1) * winning / SEGMENTS > i * winning / SEGMENTS;
            segments.add(new Mechanics.Segment(
                    wins ? winLabel : loseLabel, wins, wins ? "gift" : motifs.get(i % motifs.size())));
        }
        return new Mechanics.SpinWheel(segments, 6, Math.min(SLOWEST_SPIN_MS, limitMs() * 2 / 3));
    }

    Mechanics.ScratchCard scratchCard() {
        return new Mechanics.ScratchCard(symbols(6), level.of(0.5, 0.6, 0.7), level.of(0.2, 0.17, 0.14));
    }

    Mechanics.SlotMachine slotMachine() {
        return new Mechanics.SlotMachine(symbols(level.of(5, 6, 8)), 3, Math.min(1_600, limitMs() / 3), 700);
    }

    Mechanics.MemoryMatch memoryMatch() {
        int pairs = level.of(4, 6, 8);
        return new Mechanics.MemoryMatch(pairs, level.of(4, 3, 4), level.of(12, 15, 18), symbols(pairs));
    }

    Mechanics.CatchGame catchGame() {
        int duration = Math.min(level.of(25_000, 20_000, 20_000), limitMs());
        int spawn = level.of(900, 750, 600);
        int fall = level.of(2_600, 2_200, 1_800);
        // What has not landed in time cannot be caught; a share of the rest may be missed.
        int landing = Math.max(1, (duration - fall) / spawn);
        int target = Math.max(1, (int) (landing * level.of(0.4, 0.55, 0.65)));
        return new Mechanics.CatchGame(target, duration, fall, spawn, level.of(0.26, 0.22, 0.18), symbols(5));
    }

    Mechanics.Quiz quiz(List<Mechanics.Question> questions) {
        int asked = Math.min(questions.size(), level.of(3, 4, 5));
        int seconds = Math.clamp(limitSec / asked, 5, level.of(20, 15, 12));
        int required = Math.max(1, asked - level.of(1, 1, 0));
        return new Mechanics.Quiz(questions.subList(0, asked), required, seconds);
    }

    /** As many as the chance says, but never a wheel without hope or without risk unless the chance is 0 or 1. */
    private int winningSegments() {
        if (winProbability <= 0) {
            return 0;
        }
        return winProbability >= 1
                ? SEGMENTS
                : Math.clamp(StrictMath.round(winProbability * SEGMENTS), 1, SEGMENTS - 1);
    }

    /** The motifs of the theme first, then others until there are enough to tell apart. */
    private List<String> symbols(int count) {
        return Stream.concat(motifs.stream(), ALL_MOTIFS.stream())
                .distinct()
                .limit(Math.max(count, 3))
                .toList();
    }

    private int limitMs() {
        return limitSec * 1_000;
    }
}
