package dev.runengine.campaign.webm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.runengine.campaign.effects.Raster;
import dev.runengine.campaign.forked.ForkedJava;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class WebmEncoderTest {
    private static final VideoFormat SMALL = new VideoFormat(128, 72, 25, 30);

    @TempDir
    Path folder;

    @Test
    void aVideoIsVp9OfTheSizeRateAndLengthAskedFor() throws Exception {
        var file = WebmEncoder.encode(folder, "a.webm", SMALL, WebmEncoderTest::movingBar);
        var seen = VideoProbe.of(file);
        assertThat(seen.codec()).isEqualTo("vp9");
        assertThat(seen.width()).isEqualTo(128);
        assertThat(seen.height()).isEqualTo(72);
        assertThat(seen.frames()).isEqualTo(30);
        assertThat(seen.fps()).isCloseTo(25, within(0.01));
        assertThat(seen.seconds()).isCloseTo(1.2, within(0.002));
    }

    @Test
    void oneFrameIsAVideoToo() throws Exception {
        var format = new VideoFormat(64, 64, 1, 1);
        var file = WebmEncoder.encode(folder, "a.webm", format, WebmEncoderTest::movingBar);
        assertThat(VideoProbe.of(file).frames()).isEqualTo(1);
    }

    @Test
    void theSameFramesGiveTheSameBytesEvenSideBySide() throws Exception {
        var alone = encoded("alone");
        var one = CompletableFuture.supplyAsync(() -> encoded("one"));
        var other = CompletableFuture.supplyAsync(() -> encoded("other"));
        assertThat(one.get()).isEqualTo(alone);
        assertThat(other.get()).isEqualTo(alone);
    }

    @Test
    void anInterruptStopsTheDrawing() throws Exception {
        var drawing = new CountDownLatch(5);
        var drawn = new AtomicInteger();
        var outcome = new CompletableFuture<Throwable>();
        var runner = Thread.ofPlatform().start(() -> {
            try {
                WebmEncoder.encode(folder, "a.webm", new VideoFormat(640, 640, 60, 100_000), (frame, canvas) -> {
                    movingBar(frame, canvas);
                    drawn.incrementAndGet();
                    drawing.countDown();
                });
            } catch (Exception e) {
                outcome.complete(e);
            }
        });
        drawing.await();
        runner.interrupt();
        assertThat(outcome.get(60, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        int atTheEnd = drawn.get();
        runner.join();
        assertThat(drawn).hasValue(atTheEnd);
    }

    @Test
    void aFaultInTheDrawingComesOut() {
        assertThatThrownBy(() -> WebmEncoder.encode(folder, "a.webm", SMALL, (_, _) -> {
                    throw new IllegalStateException("no paint left");
                }))
                .hasMessage("no paint left");
    }

    @Test
    void thisMachineCanEncode() throws Exception {
        assertThat(WebmEncoder.problem(folder)).isEmpty();
    }

    @Test
    void aPlatformWithoutLibrariesIsToldSo() {
        assertThatThrownBy(() -> ForkedJava.of(EncoderProgram.class, EncoderProgram.PROBE)
                        .withProperty(NativeCache.PROPERTY, folder.toString())
                        .withProperty("org.bytedeco.javacpp.platform", "plan9-vax")
                        .run(folder, new byte[0]))
                .hasMessageContaining("FFmpeg's libraries for this platform are missing");
    }

    @Test
    void librariesAreNotUnpackedWhereOthersCouldReplaceThem() throws IOException {
        var open = Files.createDirectory(folder.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThatThrownBy(() -> NativeCache.privateFolder(open)).hasMessageContaining("open to others");
        var link = Files.createSymbolicLink(folder.resolve("link"), Files.createDirectory(folder.resolve("target")));
        assertThatThrownBy(() -> NativeCache.privateFolder(link)).hasMessageContaining("open to others");
        var closed = NativeCache.privateFolder(folder.resolve("closed"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(closed)))
                .isEqualTo("rwx------");
        assertThat(NativeCache.privateFolder(closed)).isEqualTo(closed);
    }

    private byte[] encoded(String name) {
        try {
            var own = Files.createDirectory(folder.resolve(name));
            return Files.readAllBytes(WebmEncoder.encode(own, "a.webm", SMALL, WebmEncoderTest::movingBar));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void movingBar(int frame, BufferedImage canvas) {
        var pixels = Raster.pixels(canvas);
        for (int i = 0; i < pixels.length; i++) {
            int x = i % canvas.getWidth();
            pixels[i] = Math.abs(x - frame * 4) < 10 ? 0xffcc00 : x << 8 | frame & 255;
        }
    }
}
