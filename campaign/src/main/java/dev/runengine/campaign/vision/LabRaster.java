package dev.runengine.campaign.vision;

import dev.runengine.campaign.color.OkLab;
import dev.runengine.campaign.color.Rgb;
import java.awt.image.BufferedImage;

/**
 * A picture as OKLab values.
 *
 * @param scale pixels of the raster per pixel of the picture it was made from, at most 1
 */
record LabRaster(int width, int height, double scale, float[] lightness, float[] a, float[] b) {

    /** Shrinks to about {@code pixels} pixels; each becomes the mean of the light it covers. */
    static LabRaster shrunk(BufferedImage image, int pixels) {
        double scale = Math.min(1, Math.sqrt((double) pixels / image.getWidth() / image.getHeight()));
        int width = Math.max(1, (int) (image.getWidth() * scale));
        int height = Math.max(1, (int) (image.getHeight() * scale));
        var raster = new LabRaster(
                width,
                height,
                (double) width / image.getWidth(),
                new float[width * height],
                new float[width * height],
                new float[width * height]);
        for (int y = 0; y < height; y++) {
            raster.fillRow(image, y);
        }
        return raster;
    }

    private void fillRow(BufferedImage image, int y) {
        int from = (int) ((long) y * image.getHeight() / height);
        int to = Math.max(from + 1, (int) ((long) (y + 1) * image.getHeight() / height));
        int[] band = image.getRGB(0, from, image.getWidth(), to - from, null, 0, image.getWidth());
        for (int x = 0; x < width; x++) {
            int left = (int) ((long) x * image.getWidth() / width);
            int right = Math.max(left + 1, (int) ((long) (x + 1) * image.getWidth() / width));
            set(y * width + x, mean(band, image.getWidth(), left, right, to - from));
        }
    }

    private static Rgb mean(int[] band, int stride, int left, int right, int rows) {
        int red = 0;
        int green = 0;
        int blue = 0;
        for (int row = 0; row < rows; row++) {
            for (int x = left; x < right; x++) {
                int pixel = band[row * stride + x];
                red += pixel >> 16 & 255;
                green += pixel >> 8 & 255;
                blue += pixel & 255;
            }
        }
        int count = (right - left) * rows;
        return new Rgb(red / count << 16 | green / count << 8 | blue / count);
    }

    private void set(int index, Rgb colour) {
        var lab = OkLab.of(colour);
        lightness[index] = (float) lab.lightness();
        a[index] = (float) lab.a();
        b[index] = (float) lab.b();
    }

    double distance(int i, int j) {
        double dl = lightness[i] - lightness[j];
        double da = a[i] - a[j];
        double db = b[i] - b[j];
        return Math.sqrt(dl * dl + da * da + db * db);
    }

    OkLab at(int index) {
        return new OkLab(lightness[index], a[index], b[index]);
    }

    boolean contains(int x, int y) {
        return x >= 0 && y >= 0 && x < width && y < height;
    }
}
