package dev.runengine.campaign.review;

import dev.runengine.campaign.game.MediaKind;
import dev.runengine.campaign.webm.BadWebmException;
import dev.runengine.campaign.webm.WebmOutline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Measures films by their containers: codec, size, length, and whether there is any change and any picture in them. */
final class VideoMeter {
    private static final Set<String> PLAYED_EVERYWHERE = Set.of("V_VP8", "V_VP9", "V_AV1");

    private VideoMeter() {}

    static List<Measurement> measure(Path file, MediaKind kind, Context context) throws Unmeasurable, IOException {
        var measured = new ArrayList<Measurement>();
        measured.add(Measurement.grave(
                Aspect.WEIGHT,
                "file_size",
                Files.size(file),
                "bytes",
                context.budget(2_000_000, 8_000_000),
                "the film has " + Files.size(file) + " bytes",
                "Shorten it, or encode it at a lower quality."));
        if (kind == MediaKind.WEBM) {
            measured.addAll(film(outline(file)));
        } else {
            measured.add(Measurement.mild(
                    Aspect.TECHNICAL,
                    "measurable",
                    0,
                    "",
                    new Scale(-1, 1),
                    "a film of the kind " + kind.mediaType() + " is not measured but for its size",
                    "Give a WebM film to have it measured."));
        }
        return measured;
    }

    private static WebmOutline outline(Path file) throws Unmeasurable, IOException {
        try {
            return WebmOutline.of(file);
        } catch (BadWebmException e) {
            throw new Unmeasurable("the film cannot be used: " + e.getMessage());
        }
    }

    private static List<Measurement> film(WebmOutline film) {
        double kilopixels = Math.max(1, (double) film.width() * film.height()) / 1_000;
        return List.of(
                Measurement.fact(
                        Aspect.INTEGRITY,
                        "codec",
                        PLAYED_EVERYWHERE.contains(film.codec()),
                        "its codec is " + film.codec(),
                        "Encode it as VP9, VP8 or AV1."),
                // An encoder spends next to nothing on a flat picture, and on one that does not change.
                Measurement.grave(
                        Aspect.INTEGRITY,
                        "picture_data",
                        film.firstFrameBytes() / kilopixels,
                        "bytes per 1000 pixels",
                        new Scale(0.6, 3),
                        "its first picture is nearly flat",
                        "Look at the film: it may be black."),
                Measurement.grave(
                        Aspect.INTEGRITY,
                        "motion_data",
                        film.laterFrameBytes() / kilopixels,
                        "bytes per 1000 pixels",
                        new Scale(0.1, 0.5),
                        "nothing moves in it",
                        "Look at the film: it may be frozen."),
                Measurement.grave(
                        Aspect.TECHNICAL,
                        "short_side",
                        Math.min(film.width(), film.height()),
                        "px",
                        new Scale(160, 480),
                        "the film has " + film.width() + " x " + film.height() + " pixels",
                        "Use at least 480 pixels along the shorter side."),
                Measurement.grave(
                        Aspect.TECHNICAL,
                        "duration",
                        film.seconds(),
                        "s",
                        film.seconds() < 20 ? new Scale(0.2, 1.5) : new Scale(120, 30),
                        "the film is too short to be seen, or too long to wait for",
                        "Use a film of 1.5 to 30 seconds."),
                Measurement.mild(
                        Aspect.TECHNICAL,
                        "frame_rate",
                        film.framesPerSecond(),
                        "1/s",
                        new Scale(6, 20),
                        "the film is not smooth",
                        "Use at least 20 frames per second."));
    }
}
