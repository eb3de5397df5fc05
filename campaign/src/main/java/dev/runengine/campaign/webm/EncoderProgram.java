package dev.runengine.campaign.webm;

import dev.runengine.campaign.forked.ForkedJava;
import java.io.EOFException;
import java.io.IOException;

/** The program in the child JVM: raw 4:2:0 pictures on its input become a file in its working directory. */
final class EncoderProgram {
    static final String PROBE = "probe";

    private EncoderProgram() {}

    static ForkedJava command(String file, VideoFormat format) {
        return ForkedJava.of(
                EncoderProgram.class,
                file,
                Integer.toString(format.width()),
                Integer.toString(format.height()),
                Integer.toString(format.fps()),
                Integer.toString(format.frames()));
    }

    public static void main(String[] arguments) {
        try {
            if (arguments[0].equals(PROBE)) {
                Vp9Encoder.required();
            } else {
                encode(arguments[0], formatOf(arguments));
            }
        } catch (UnsatisfiedLinkError | NoClassDefFoundError e) {
            fail("FFmpeg's libraries for this platform are missing or cannot be loaded (" + e.getMessage()
                    + "). They come with the org.bytedeco:ffmpeg jar of the platform and need glibc and libstdc++.");
        } catch (IOException | IllegalStateException e) {
            fail(String.valueOf(e.getMessage()));
        }
    }

    private static void fail(String message) {
        System.err.println(message);
        System.exit(1);
    }

    private static VideoFormat formatOf(String[] arguments) {
        return new VideoFormat(
                Integer.parseInt(arguments[1]),
                Integer.parseInt(arguments[2]),
                Integer.parseInt(arguments[3]),
                Integer.parseInt(arguments[4]));
    }

    private static void encode(String file, VideoFormat format) throws IOException {
        var planes = new byte[Yuv420.length(format.width(), format.height())];
        try (var picture = new Picture(format.width(), format.height());
                var encoder = new Vp9Encoder(format);
                var webm = new WebmFile(file, encoder.context())) {
            for (int frame = 0; frame < format.frames(); frame++) {
                if (System.in.readNBytes(planes, 0, planes.length) < planes.length) {
                    throw new EOFException("the pictures ended at " + frame + " of " + format.frames());
                }
                encoder.encode(picture.holding(planes, frame), webm);
            }
            encoder.finish(webm);
            webm.finish();
        }
    }
}
