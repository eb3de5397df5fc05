package dev.runengine.campaign.intelligence;

import java.util.Optional;

/** Ranks how many of those who see the game will play it: a short game with a named prize and a fair chance draws most. */
final class Engagement {
    private static final int QUICK_SEC = 30;
    private static final int LONG_SEC = 120;
    private static final double FAIR = 0.3;
    private static final double RARE = 0.05;

    private Engagement() {}

    static String of(Case subject) {
        int points = length(subject)
                + chance(subject.winProbability())
                + (subject.prizes().prizes().isEmpty() ? 0 : 1)
                + (subject.audience().isPresent() ? 1 : 0);
        return points >= 3 ? "high" : points >= 1 ? "medium" : "low";
    }

    private static int length(Case subject) {
        boolean instant = subject.reading().game().template().instant();
        return Optional.ofNullable(subject.limits().maxGameDurationSec())
                .map(seconds -> seconds > LONG_SEC ? -1 : seconds <= QUICK_SEC || instant ? 1 : 0)
                .orElse(instant ? 1 : 0);
    }

    private static int chance(double probability) {
        return probability >= FAIR ? 1 : probability < RARE ? -1 : 0;
    }
}
