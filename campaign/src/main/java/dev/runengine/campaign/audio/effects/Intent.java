package dev.runengine.campaign.audio.effects;

import java.util.Locale;

/** What a sound effect tells the player. */
public enum Intent {
    CLICK(0.16),
    TICK(0.12),
    HOVER(0.2),
    COUNTDOWN(0.5),
    SPIN(2.6),
    REVEAL(1.6),
    COIN(0.7),
    WIN(2.4),
    LOSE(1.8),
    WHOOSH(0.7);

    private final double seconds;

    Intent(double seconds) {
        this.seconds = seconds;
    }

    public static Intent named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** How long it is when nobody asks for a length. */
    public double seconds() {
        return seconds;
    }
}
