package dev.runengine.runtime.simulation;

import java.util.random.RandomGenerator;

/** What the way to the store is like. Percentages are drawn anew for every seed. */
final class Weather {
    private final RandomGenerator random;
    private final int slow;
    private final int answersLost;
    private final int wakesLost;
    private final int wakesDoubled;
    private int outages;
    private boolean calm;

    Weather(RandomGenerator random) {
        this.random = random;
        this.slow = random.nextInt(3) * 15;
        this.answersLost = Math.max(0, random.nextInt(6) - 3) * 3;
        this.wakesLost = random.nextInt(3) * 25;
        this.wakesDoubled = random.nextInt(3) * 10;
    }

    /** From now on nothing goes wrong any more. */
    void calmDown() {
        calm = true;
    }

    void beginOutage() {
        outages++;
    }

    void endOutage() {
        outages--;
    }

    boolean isOut() {
        return outages > 0;
    }

    /** How long the next message takes, most often no time at all. */
    long delayMs() {
        return happens(slow) ? 1 + random.nextInt(120) : 0;
    }

    boolean losesAnswer() {
        return happens(answersLost);
    }

    boolean losesWake() {
        return happens(wakesLost);
    }

    boolean doublesWake() {
        return happens(wakesDoubled);
    }

    private boolean happens(int in100) {
        return !calm && in100 > 0 && random.nextInt(100) < in100;
    }
}
