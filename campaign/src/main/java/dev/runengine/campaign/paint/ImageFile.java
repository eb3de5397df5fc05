package dev.runengine.campaign.paint;

import dev.runengine.skills.typed.SkillException;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/** Pictures in files: reading those of strangers without being harmed by them, and writing our own. */
public final class ImageFile {
    /** 40 megapixels are 160 MB decoded: more than any phone's screen needs, and as much as one step may hold. */
    private static final long MAX_PIXELS = 40_000_000;

    static {
        ImageIO.setUseCache(false);
    }

    private ImageFile() {}

    /**
     * Decodes a PNG, JPEG, GIF, BMP, TIFF or WBMP file into RGB; transparent places show white.
     *
     * @param pointer to the member of the skill's input that named the file
     * @throws SkillException if it is empty, no picture, damaged or larger than 40 megapixels, which its header says
     *     before anything is decoded
     */
    public static BufferedImage read(Path file, String pointer) throws SkillException, IOException {
        return redrawn(readTransparent(file, pointer));
    }

    /** As {@link #read}, in whatever form the file has, its transparency kept. */
    public static BufferedImage readTransparent(Path file, String pointer) throws SkillException, IOException {
        if (Files.size(file) == 0) {
            throw SkillException.invalidInput(pointer, "the file is empty; give a PNG or JPEG picture");
        }
        try (var in = new FileImageInputStream(file.toFile())) {
            return decode(in, pointer);
        }
    }

    public static void write(BufferedImage image, String format, Path file) throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            if (!ImageIO.write(image, format, out)) {
                throw new IOException("this Java platform cannot write a picture as " + format);
            }
        }
    }

    private static BufferedImage decode(ImageInputStream in, String pointer) throws SkillException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
        if (!readers.hasNext()) {
            throw SkillException.invalidInput(pointer, "the file is not a picture; give a PNG or JPEG picture");
        }
        var reader = readers.next();
        try {
            reader.setInput(in, true, true);
            checkSize(reader.getWidth(0), reader.getHeight(0), pointer);
            return reader.read(0);
        } catch (IOException | RuntimeException e) {
            // Decoders answer damaged files with unchecked exceptions of many kinds.
            throw SkillException.invalidInput(pointer, "the picture is damaged and cannot be read: " + e.getMessage());
        } finally {
            reader.dispose();
        }
    }

    private static void checkSize(int width, int height, String pointer) throws SkillException {
        if ((long) width * height > MAX_PIXELS) {
            throw SkillException.invalidInput(
                    pointer,
                    "the picture has " + width + " x " + height + " pixels; make it smaller than 40 megapixels");
        }
    }

    private static BufferedImage redrawn(BufferedImage decoded) {
        var image = new BufferedImage(decoded.getWidth(), decoded.getHeight(), BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.drawImage(decoded, 0, 0, Color.WHITE, null);
        graphics.dispose();
        return image;
    }
}
