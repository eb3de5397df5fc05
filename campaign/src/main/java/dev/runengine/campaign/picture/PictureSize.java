package dev.runengine.campaign.picture;

import dev.runengine.skills.typed.SkillException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** In pixels. */
record PictureSize(int width, int height) {
    private static final int DEFAULT_WIDTH = 1080;
    private static final int DEFAULT_HEIGHT = 1920;
    private static final int MIN_SIDE = 180;
    private static final int MAX_SIDE = 3840;
    private static final double TOLERANCE = 0.02;
    private static final Pattern RATIO = Pattern.compile("([1-9][0-9]?):([1-9][0-9]?)");

    /** Missing sides follow from the aspect ratio; all three must agree. */
    static PictureSize of(@Nullable Integer width, @Nullable Integer height, @Nullable String aspectRatio)
            throws SkillException {
        double ratio = aspectRatio == null ? (double) DEFAULT_WIDTH / DEFAULT_HEIGHT : ratio(aspectRatio);
        if (width != null && height != null) {
            if (aspectRatio != null && Math.abs((double) width / height / ratio - 1) > TOLERANCE) {
                throw SkillException.invalidInput(
                        "/specs/aspect_ratio",
                        width + " x " + height + " is not " + aspectRatio + "; drop one of them");
            }
            return checked(width, height);
        }
        if (width != null) {
            return checked(width, (int) Math.round(width / ratio));
        }
        if (height != null) {
            return checked((int) Math.round(height * ratio), height);
        }
        return ratio <= 1
                ? checked(DEFAULT_WIDTH, (int) Math.round(DEFAULT_WIDTH / ratio))
                : checked((int) Math.round(DEFAULT_WIDTH * ratio), DEFAULT_WIDTH);
    }

    private static double ratio(String text) throws SkillException {
        var matcher = RATIO.matcher(text);
        if (!matcher.matches()) {
            throw SkillException.invalidInput("/specs/aspect_ratio", "write it as two numbers, such as 9:16");
        }
        return Double.parseDouble(matcher.group(1)) / Double.parseDouble(matcher.group(2));
    }

    private static PictureSize checked(int width, int height) throws SkillException {
        if (Math.min(width, height) < MIN_SIDE || Math.max(width, height) > MAX_SIDE) {
            throw SkillException.invalidInput(
                    "/specs",
                    "a picture of " + width + " x " + height + " cannot be made; each side has " + MIN_SIDE + " to "
                            + MAX_SIDE + " pixels");
        }
        return new PictureSize(width, height);
    }
}
