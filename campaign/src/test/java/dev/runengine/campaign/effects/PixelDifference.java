package dev.runengine.campaign.effects;

/** Compares pictures by number: a failure should not print half a million pixels. */
public final class PixelDifference {
    private PixelDifference() {}

    /** In any channel of any pixel, 0 to 255. */
    public static int largest(int[] one, int[] other) {
        int largest = one.length == other.length ? 0 : 255;
        for (int i = 0; i < Math.min(one.length, other.length); i++) {
            for (int shift = 0; shift < 24; shift += 8) {
                largest = Math.max(largest, Math.abs((one[i] >> shift & 255) - (other[i] >> shift & 255)));
            }
        }
        return largest;
    }
}
