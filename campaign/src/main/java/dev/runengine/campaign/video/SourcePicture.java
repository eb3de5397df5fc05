package dev.runengine.campaign.video;

import dev.runengine.campaign.color.Rgb;
import dev.runengine.campaign.paint.Blur;
import dev.runengine.campaign.paint.Canvas;
import dev.runengine.skills.typed.SkillException;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * A picture somebody gave us, fitted to a video.
 *
 * @param card of the video's size, TYPE_INT_RGB: the picture fills it, or lies in the middle of it
 * @param scale from pixels of the picture to pixels of the card
 * @param left the card's edge within the scaled picture
 * @param top the same
 */
record SourcePicture(BufferedImage card, double scale, double left, double top) {
    /** The share of a picture that may be lost to make it fill the video. */
    private static final double MAX_CUT = 0.12;

    private static final long MAX_PIXELS = 100_000_000;
    /** Larger ones are read coarsely, so that no picture takes more than some tens of megabytes of memory. */
    private static final long PIXELS_WORTH_READING = 6_000_000;

    static SourcePicture read(Path file, int width, int height) throws SkillException, IOException {
        try (var in = ImageIO.createImageInputStream(file.toFile())) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw SkillException.invalidInput(
                        "/image_uri", "this file is not a picture; give the address of a PNG, JPEG, GIF or BMP file");
            }
            var reader = readers.next();
            try {
                return fitted(reader, in, width, height);
            } finally {
                reader.dispose();
            }
        }
    }

    /** A rectangle on the picture as it lies on the card. */
    Rectangle2D onCard(Rectangle2D onPicture) {
        return new Rectangle2D.Double(
                onPicture.getX() * scale - left,
                onPicture.getY() * scale - top,
                onPicture.getWidth() * scale,
                onPicture.getHeight() * scale);
    }

    private static SourcePicture fitted(ImageReader reader, ImageInputStream in, int width, int height)
            throws SkillException {
        int step;
        BufferedImage picture;
        try {
            reader.setInput(in, true, true);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            if (pixels > MAX_PIXELS) {
                throw SkillException.invalidInput(
                        "/image_uri", "the picture has " + pixels + " pixels, more than " + MAX_PIXELS);
            }
            step = (int) Math.ceil(Math.sqrt((double) pixels / PIXELS_WORTH_READING));
            var parameters = reader.getDefaultReadParam();
            parameters.setSourceSubsampling(step, step, 0, 0);
            picture = reader.read(0, parameters);
        } catch (IOException | RuntimeException e) {
            // Damaged files make the decoders throw all kinds of unchecked exceptions.
            throw SkillException.invalidInput(
                    "/image_uri", "this picture is damaged or of an unusual kind (" + e.getMessage() + ")");
        }
        double scale = scale(picture, width, height);
        double left = (picture.getWidth() * scale - width) / 2;
        double top = (picture.getHeight() * scale - height) / 2;
        return new SourcePicture(card(picture, scale, left, top, width, height), scale / step, left, top);
    }

    /** Fills the card unless that would cut off too much; else the whole picture fits into it. */
    private static double scale(BufferedImage picture, int width, int height) {
        double toWidth = (double) width / picture.getWidth();
        double toHeight = (double) height / picture.getHeight();
        double fit = Math.min(toWidth, toHeight);
        double fill = Math.max(toWidth, toHeight);
        return 1 - fit / fill <= MAX_CUT ? fill : fit;
    }

    private static BufferedImage card(
            BufferedImage picture, double scale, double left, double top, int width, int height) {
        var source = picture;
        // Bilinear scaling looks at four pixels only, so halve before it would skip some.
        while (source.getWidth() > 2 * scale * picture.getWidth() && source.getWidth() > 1 && source.getHeight() > 1) {
            source = halved(source);
        }
        try (var canvas = Canvas.opaque(width, height)) {
            if (left < 0 || top < 0) {
                surround(canvas, source);
            }
            canvas.draw(
                    source,
                    new Rectangle2D.Double(-left, -top, picture.getWidth() * scale, picture.getHeight() * scale));
            return canvas.image();
        }
    }

    /** What lies beside a picture of another shape: the picture itself, large and out of focus. */
    private static void surround(Canvas canvas, BufferedImage picture) {
        double scale =
                Math.max((double) canvas.width() / picture.getWidth(), (double) canvas.height() / picture.getHeight());
        double width = picture.getWidth() * scale;
        double height = picture.getHeight() * scale;
        canvas.draw(
                picture,
                new Rectangle2D.Double((canvas.width() - width) / 2, (canvas.height() - height) / 2, width, height));
        Blur.apply(canvas.image(), Math.max(2, Math.min(canvas.width(), canvas.height()) / 24));
        canvas.fill(new Rectangle2D.Double(0, 0, canvas.width(), canvas.height()), Rgb.BLACK, 0.25);
    }

    private static BufferedImage halved(BufferedImage picture) {
        int width = Math.max(1, picture.getWidth() / 2);
        int height = Math.max(1, picture.getHeight() / 2);
        try (var canvas = Canvas.transparent(width, height)) {
            canvas.draw(picture, new Rectangle2D.Double(0, 0, width, height));
            return canvas.image();
        }
    }
}
