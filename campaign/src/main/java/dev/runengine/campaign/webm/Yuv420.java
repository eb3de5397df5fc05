package dev.runengine.campaign.webm;

/**
 * Converts pictures from sRGB to planar Y'CbCr 4:2:0 in the limited range of ITU-R BT.709 (luma 16 to 235, chroma 16 to
 * 240), in integers only: the same bytes on every processor.
 */
final class Yuv420 {
    /** The coefficients in 1/65536: those of luma add up to 219/255, those of chroma to 0. */
    private static final int Y_R = 11966, Y_G = 40254, Y_B = 4064;

    private static final int CB_R = -6596, CB_G = -22188, CB_B = 28784;
    private static final int CR_R = 28784, CR_G = -26145, CR_B = -2639;
    private static final int Y_OFFSET = 16 * 65536 + 32768;
    /** Chroma is of the sum of four pixels, hence in 1/262144. */
    private static final int C_OFFSET = 128 * 262144 + 131072;

    private final int width;
    private final int height;
    private final byte[] planes;

    Yuv420(int width, int height) {
        this.width = width;
        this.height = height;
        this.planes = new byte[length(width, height)];
    }

    static int length(int width, int height) {
        return width * height * 3 / 2;
    }

    /**
     * @param rgb 0xRRGGBB, row by row
     * @return the three planes; the same array each time
     */
    byte[] convert(int[] rgb) {
        int cb = width * height;
        int cr = cb + cb / 4;
        for (int y = 0; y < height; y += 2) {
            for (int x = 0; x < width; x += 2) {
                int at = y * width + x;
                int sum = luma(rgb, at) + luma(rgb, at + 1) + luma(rgb, at + width) + luma(rgb, at + width + 1);
                int blue = sum & 1023;
                int green = sum >> 10 & 1023;
                int red = sum >> 20;
                planes[cb++] = (byte) (CB_R * red + CB_G * green + CB_B * blue + C_OFFSET >> 18);
                planes[cr++] = (byte) (CR_R * red + CR_G * green + CR_B * blue + C_OFFSET >> 18);
            }
        }
        return planes;
    }

    /** Stores a pixel's luma and returns its channels ten bits apart, so that four of them can be added at once. */
    private int luma(int[] rgb, int at) {
        int red = rgb[at] >> 16 & 255;
        int green = rgb[at] >> 8 & 255;
        int blue = rgb[at] & 255;
        planes[at] = (byte) (Y_R * red + Y_G * green + Y_B * blue + Y_OFFSET >> 16);
        return red << 20 | green << 10 | blue;
    }
}
