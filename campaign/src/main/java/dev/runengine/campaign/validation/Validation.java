package dev.runengine.campaign.validation;

import dev.runengine.campaign.playthrough.PlayReport;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The output of validate_game_bundle.
 *
 * @param performance the only part that differs between two runs
 */
record Validation(
        boolean pass,
        List<Issue> issues,
        Summary summary,
        BundleInfo bundleInfo,
        Performance performance,
        String reportUri) {

    record Performance(long inspectionMs, @Nullable Long playMs, List<PlayTime> plays) {}

    record PlayTime(String goal, long loadMs, long playMs) {
        static List<PlayTime> of(PlayReport report) {
            return report.timings().stream()
                    .map(timing -> new PlayTime(timing.goal().state(), timing.loadMillis(), timing.playMillis()))
                    .toList();
        }
    }

    /** The published report: what was found, without how long it took. */
    record Report(
            String schemaVersion,
            String bundleUri,
            boolean pass,
            boolean strictMode,
            List<Platform> targetPlatforms,
            Summary summary,
            BundleInfo bundleInfo,
            List<Issue> issues,
            List<Played> plays) {}

    /** @param by a finger or a mouse */
    record Played(String goal, String by, long seed, String ended) {
        static List<Played> of(PlayReport report) {
            return report.plays().stream()
                    .map(play -> new Played(
                            play.goal().name().toLowerCase(Locale.ROOT),
                            play.touch() ? "finger" : "mouse",
                            play.seed(),
                            play.ended()))
                    .toList();
        }
    }
}
