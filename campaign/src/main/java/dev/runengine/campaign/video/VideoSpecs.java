package dev.runengine.campaign.video;

import dev.runengine.campaign.webm.VideoFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The {@code specs} of an input; what is absent has a default. */
record VideoSpecs(
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Integer fps,
        @Nullable Double durationSec) {
    private static final int WIDTH = 540;
    private static final int HEIGHT = 960;
    private static final int FPS = 24;

    static VideoFormat format(@Nullable VideoSpecs specs, double usualSeconds) {
        return specs == null ? new VideoSpecs(null, null, null, null).format(usualSeconds) : specs.format(usualSeconds);
    }

    private VideoFormat format(double usualSeconds) {
        int rate = Objects.requireNonNullElse(fps, FPS);
        double seconds = Objects.requireNonNullElse(durationSec, usualSeconds);
        return new VideoFormat(
                Objects.requireNonNullElse(width, WIDTH), Objects.requireNonNullElse(height, HEIGHT), rate, (int)
                        Math.max(1, Math.round(seconds * rate)));
    }
}
