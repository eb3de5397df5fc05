package dev.runengine.campaign.audio;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An effect as the pack's output and manifest list it, and as the mix takes it.
 *
 * @param variation from 1
 */
record SfxFile(
        String name,
        @Nullable String intent,
        @Nullable Integer variation,
        String uri,
        @Nullable Double durationSec,
        @Nullable Long fileSizeBytes) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,69}");

    /** Names become file names, so one from a file is held to the same rule as one from an input. */
    @SuppressWarnings("NullAway") // what Jackson read may lack anything
    boolean wellFormed() {
        return name != null && uri != null && NAME.matcher(name).matches();
    }
}
