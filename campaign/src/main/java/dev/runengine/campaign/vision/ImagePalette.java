package dev.runengine.campaign.vision;

import dev.runengine.campaign.color.OkLab;
import dev.runengine.campaign.color.Rgb;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The colours a picture is made of: k-means in OKLab on a shrunk copy. It starts from the mean colour and then always
 * from the colour furthest from those chosen (Gonzalez, 1985), so it needs no chance and gives the same every time.
 */
public final class ImagePalette {
    private static final int PIXELS = 12_000;
    private static final int MAX_ROUNDS = 24;

    private final OkLab[] pixels;
    private final OkLab[] centres;
    private final int[] nearest;

    private ImagePalette(OkLab[] pixels, int colours) {
        this.pixels = pixels;
        this.centres = new OkLab[colours];
        this.nearest = new int[pixels.length];
    }

    /** @param share of the picture's area that it stands for, 0 to 1 */
    public record Swatch(Rgb colour, double share) {}

    /**
     * At most {@code maxColours} colours, the most common first; fewer if the picture has fewer.
     *
     * @param maxColours at least 1
     */
    public static List<Swatch> of(BufferedImage image, int maxColours) {
        var raster = LabRaster.shrunk(image, PIXELS);
        var pixels = new OkLab[raster.width() * raster.height()];
        Arrays.setAll(pixels, raster::at);
        var palette = new ImagePalette(pixels, Math.min(maxColours, pixels.length));
        palette.spread();
        palette.settle();
        return palette.swatches();
    }

    private void spread() {
        var distance = new double[pixels.length];
        Arrays.fill(distance, Double.MAX_VALUE);
        centres[0] = mean(-1);
        for (int chosen = 1; chosen < centres.length; chosen++) {
            int furthest = 0;
            for (int i = 0; i < pixels.length; i++) {
                distance[i] = Math.min(distance[i], pixels[i].distance(centres[chosen - 1]));
                if (distance[i] > distance[furthest]) {
                    furthest = i;
                }
            }
            centres[chosen] = pixels[furthest];
        }
    }

    private void settle() {
        for (int round = 0; round < MAX_ROUNDS && assign(); round++) {
            for (int centre = 0; centre < centres.length; centre++) {
                if (count(centre) > 0) {
                    centres[centre] = mean(centre);
                }
            }
        }
    }

    /** Whether any pixel changed its colour, or had none yet. */
    private boolean assign() {
        boolean changed = false;
        for (int i = 0; i < pixels.length; i++) {
            int best = 0;
            for (int centre = 1; centre < centres.length; centre++) {
                if (pixels[i].distance(centres[centre]) < pixels[i].distance(centres[best])) {
                    best = centre;
                }
            }
            changed |= best != nearest[i];
            nearest[i] = best;
        }
        return changed;
    }

    private List<Swatch> swatches() {
        var swatches = new ArrayList<Swatch>();
        for (int centre = 0; centre < centres.length; centre++) {
            if (count(centre) > 0) {
                swatches.add(new Swatch(centres[centre].toRgb(), (double) count(centre) / pixels.length));
            }
        }
        swatches.sort(Comparator.comparingDouble(Swatch::share)
                .reversed()
                .thenComparingInt(swatch -> swatch.colour().value()));
        return swatches;
    }

    private int count(int centre) {
        return (int) Arrays.stream(nearest).filter(own -> own == centre).count();
    }

    /** Of a centre's own pixels; of all for -1. */
    private OkLab mean(int centre) {
        double lightness = 0;
        double a = 0;
        double b = 0;
        int count = 0;
        for (int i = 0; i < pixels.length; i++) {
            if (centre < 0 || nearest[i] == centre) {
                lightness += pixels[i].lightness();
                a += pixels[i].a();
                b += pixels[i].b();
                count++;
            }
        }
        return new OkLab(lightness / count, a / count, b / count);
    }
}
