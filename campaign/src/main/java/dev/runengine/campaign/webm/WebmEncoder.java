package dev.runengine.campaign.webm;

import dev.runengine.campaign.forked.ForkedJava;
import dev.runengine.skills.typed.SkillException;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Encodes animations as VP9 in WebM. Only one frame is in memory here and one in the encoder: while a frame is encoded,
 * the next one is drawn. The same frames give the same bytes on the same platform.
 */
public final class WebmEncoder {
    private static final byte[] NOTHING = {};

    private WebmEncoder() {}

    /**
     * @param folder the caller's own: the encoder works in it and leaves the file there
     * @param name of the file
     * @throws SkillException broken, when the encoder is missing on this platform or failed
     */
    public static Path encode(Path folder, String name, VideoFormat format, Animation animation)
            throws SkillException, IOException, InterruptedException {
        EncoderProgram.command(name, format)
                .withProperty(NativeCache.PROPERTY, NativeCache.folder().toString())
                .run(folder, input -> write(format, animation, input));
        return folder.resolve(name);
    }

    /**
     * What keeps this machine from encoding videos, in words for a person; empty when all is well. Starts the encoder
     * once, which takes a moment.
     *
     * @param folder the encoder may work in
     */
    public static Optional<String> problem(Path folder) throws InterruptedException {
        try {
            ForkedJava.of(EncoderProgram.class, EncoderProgram.PROBE)
                    .withProperty(NativeCache.PROPERTY, NativeCache.folder().toString())
                    .run(folder, NOTHING);
            return Optional.empty();
        } catch (SkillException | IOException e) {
            return Optional.of("Videos cannot be encoded here: " + e.getMessage());
        }
    }

    private static void write(VideoFormat format, Animation animation, OutputStream input)
            throws IOException, InterruptedException {
        var canvas = new BufferedImage(format.width(), format.height(), BufferedImage.TYPE_INT_RGB);
        var pixels = ((DataBufferInt) canvas.getRaster().getDataBuffer()).getData();
        var yuv = new Yuv420(format.width(), format.height());
        for (int frame = 0; frame < format.frames(); frame++) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            animation.draw(frame, canvas);
            input.write(yuv.convert(pixels));
        }
    }
}
