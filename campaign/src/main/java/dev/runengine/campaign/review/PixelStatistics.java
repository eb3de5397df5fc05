package dev.runengine.campaign.review;

import dev.runengine.campaign.color.OkLab;
import dev.runengine.campaign.color.Rgb;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * What the pixels of a picture say of it.
 *
 * @param lightnessSpread between the darkest and the lightest twentieth, in OKLab lightness
 * @param sharpness mean magnitude of the Laplacian of the luma at the strongest hundredth of the pixels, 0 to 255
 * @param colourfulness of Hasler and Süsstrunk, "Measuring colourfulness in natural images", 2003
 */
record PixelStatistics(double lightnessSpread, double sharpness, double colourfulness) {
    private static final int SAMPLES = 40_000;

    static PixelStatistics of(BufferedImage image) {
        int stride = (int) Math.max(1, Math.sqrt((double) image.getWidth() * image.getHeight() / SAMPLES));
        var sampled = new Sampled(image, stride);
        return new PixelStatistics(sampled.lightnessSpread(), sampled.sharpness(), sampled.colourfulness());
    }

    /** Every so many pixels, with their neighbours in the full picture. */
    private static final class Sampled {
        private final double[] lightness;
        private final double[] edges;
        private final double[] redGreen;
        private final double[] yellowBlue;
        private int count;

        Sampled(BufferedImage image, int stride) {
            int columns = Math.max(0, (image.getWidth() - 3) / stride + 1);
            int rows = Math.max(0, (image.getHeight() - 3) / stride + 1);
            lightness = new double[columns * rows];
            edges = new double[columns * rows];
            redGreen = new double[columns * rows];
            yellowBlue = new double[columns * rows];
            for (int y = 1; y < image.getHeight() - 1; y += stride) {
                for (int x = 1; x < image.getWidth() - 1; x += stride) {
                    take(image, x, y);
                }
            }
        }

        private void take(BufferedImage image, int x, int y) {
            var colour = new Rgb(image.getRGB(x, y));
            lightness[count] = OkLab.of(colour).lightness();
            redGreen[count] = colour.red() - colour.green();
            yellowBlue[count] = (colour.red() + colour.green()) / 2.0 - colour.blue();
            edges[count] = Math.abs(4 * luma(image, x, y)
                    - luma(image, x - 1, y)
                    - luma(image, x + 1, y)
                    - luma(image, x, y - 1)
                    - luma(image, x, y + 1));
            count++;
        }

        double lightnessSpread() {
            var sorted = sorted(lightness);
            return count == 0 ? 0 : sorted[count - 1 - count / 20] - sorted[count / 20];
        }

        double sharpness() {
            var sorted = sorted(edges);
            int strongest = Math.max(1, count / 100);
            return count == 0
                    ? 0
                    : Arrays.stream(sorted, count - strongest, count).sum() / strongest;
        }

        double colourfulness() {
            double spread = root(deviation(redGreen), deviation(yellowBlue));
            return count == 0 ? 0 : spread + 0.3 * root(mean(redGreen), mean(yellowBlue));
        }

        private double[] sorted(double[] values) {
            var sorted = Arrays.copyOf(values, count);
            Arrays.sort(sorted);
            return sorted;
        }

        private double mean(double[] values) {
            return Arrays.stream(values, 0, count).sum() / count;
        }

        private double deviation(double[] values) {
            double mean = mean(values);
            return Math.sqrt(Arrays.stream(values, 0, count)
                            .map(value -> (value - mean) * (value - mean))
                            .sum()
                    / count);
        }

        private static double root(double a, double b) {
            return Math.sqrt(a * a + b * b);
        }

        private static double luma(BufferedImage image, int x, int y) {
            int pixel = image.getRGB(x, y);
            return (299 * (pixel >> 16 & 255) + 587 * (pixel >> 8 & 255) + 114 * (pixel & 255)) / 1000.0;
        }
    }
}
