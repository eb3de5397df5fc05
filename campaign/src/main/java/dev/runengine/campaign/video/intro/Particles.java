package dev.runengine.campaign.video.intro;

import java.util.Locale;

/** What floats before the picture. */
public enum Particles {
    NONE,
    SPARKLE,
    SNOW,
    RAIN,
    CONFETTI,
    HEARTS,
    BUBBLES,
    EMBERS,
    LEAVES;

    /** By its name in inputs, such as {@code snow}. */
    public static Particles named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
