package dev.runengine.campaign.review;

import dev.runengine.campaign.validation.Check;
import dev.runengine.campaign.validation.Inspection;
import dev.runengine.campaign.validation.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Measures game bundles: inspected as validate_game_bundle does, but not played; and weighed. */
final class BundleMeter {
    private BundleMeter() {}

    /** @param folder for the files of the bundle; is created */
    static List<Measurement> measure(Path file, Path folder, Context context) throws IOException, InterruptedException {
        var inspection = Inspection.of(file, folder, EnumSet.complementOf(EnumSet.of(Check.PLAY)), Set.of());
        var measured = new ArrayList<Measurement>();
        for (var issue : inspection.issues()) {
            boolean error = issue.severity() == Severity.ERROR;
            measured.add(new Measurement(
                    issue.file() == null ? "" : issue.file(),
                    Aspect.INTEGRITY,
                    issue.code(),
                    0,
                    "",
                    error ? 0 : 0.4,
                    error,
                    (issue.file() == null ? "" : issue.file() + ": ") + issue.message(),
                    issue.suggestion() == null ? "" : issue.suggestion()));
        }
        if (measured.isEmpty()) {
            measured.add(Measurement.fact(Aspect.INTEGRITY, "whole", true, "", ""));
        }
        measured.add(Measurement.grave(
                Aspect.WEIGHT,
                "file_size",
                inspection.info().totalSizeBytes(),
                "bytes",
                context.budget(5_000_000, 10_485_760),
                "the bundle has " + inspection.info().totalSizeBytes() + " bytes",
                "Shorten or shrink the films, which are the largest part."));
        return measured;
    }
}
