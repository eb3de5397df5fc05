package dev.runengine.campaign.playthrough;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import javax.imageio.ImageIO;

/** What was to be seen of a page. */
final class Picture {
    /** A page that loads has text, a button or a film on more of its area than this. */
    private static final double LEAST_DRAWN = 0.01;

    private static final int STEP = 3;

    private Picture() {}

    /** Whether there is anything but one flat colour. */
    static boolean isDrawn(byte[] png) throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(png));
        return image != null && share(image) >= LEAST_DRAWN;
    }

    /** The share of the area that has another colour than the commonest. */
    private static double share(BufferedImage image) {
        var counts = new HashMap<Integer, Integer>();
        int seen = 0;
        for (int y = 0; y < image.getHeight(); y += STEP) {
            for (int x = 0; x < image.getWidth(); x += STEP) {
                counts.merge(image.getRGB(x, y), 1, Integer::sum);
                seen++;
            }
        }
        int commonest =
                counts.values().stream().mapToInt(Integer::intValue).max().orElse(seen);
        return 1 - (double) commonest / Math.max(1, seen);
    }
}
