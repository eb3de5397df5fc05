package dev.runengine.campaign.validation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.runengine.campaign.game.MediaKind;
import dev.runengine.campaign.playthrough.Fault;
import dev.runengine.campaign.playthrough.PlayReport;
import dev.runengine.campaign.playthrough.PlayThrough;
import dev.runengine.campaign.validation.Summary.PlayState;
import dev.runengine.core.hash.ArtifactAddress;
import dev.runengine.core.json.CanonicalJson;
import dev.runengine.core.skill.SkillContext;
import dev.runengine.skills.json.JacksonJson;
import dev.runengine.skills.typed.SkillException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** The skill {@code validate_game_bundle}. Whatever is wrong with a bundle is an issue, not a failure of the skill. */
final class ValidateGameBundle {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private final Supplier<PlayThrough> playThrough;

    /** @param playThrough asked once per run, since a browser may be installed while the node is up */
    ValidateGameBundle(Supplier<PlayThrough> playThrough) {
        this.playThrough = playThrough;
    }

    record Request(
            String bundleUri,
            List<Check> checks,
            List<Platform> targetPlatforms,
            @Nullable Boolean strictMode) {

        Set<Check> asked() {
            return checks.isEmpty() ? EnumSet.allOf(Check.class) : EnumSet.copyOf(checks);
        }

        Set<Platform> platforms() {
            return targetPlatforms.isEmpty()
                    ? EnumSet.of(Platform.MOBILE, Platform.WEB)
                    : EnumSet.copyOf(targetPlatforms);
        }

        boolean strict() {
            return Boolean.TRUE.equals(strictMode);
        }
    }

    Validation validate(Request request, SkillContext context)
            throws SkillException, IOException, InterruptedException {
        var archive = archive(request, context);
        long started = System.nanoTime();
        var inspection =
                Inspection.of(archive, context.workspace().resolve("bundle"), request.asked(), request.platforms());
        long inspected = System.nanoTime();
        var played = play(request, inspection);
        long ended = System.nanoTime();

        var issues = new ArrayList<>(inspection.issues());
        played.ifPresent(report -> issues.addAll(issues(report, request.strict())));
        boolean pass = issues.stream().noneMatch(issue -> fails(issue, request.strict()));
        var summary = Summary.of(issues, request.asked(), summary(played), pass);
        return new Validation(
                pass,
                issues,
                summary,
                inspection.info(),
                new Validation.Performance(
                        millis(started, inspected),
                        played.isPresent() ? millis(inspected, ended) : null,
                        played.map(Validation.PlayTime::of).orElse(List.of())),
                publish(
                        new Validation.Report(
                                "1",
                                request.bundleUri(),
                                pass,
                                request.strict(),
                                List.copyOf(request.platforms()),
                                summary,
                                inspection.info(),
                                issues,
                                played.map(Validation.Played::of).orElse(List.of())),
                        context));
    }

    private static Path archive(Request request, SkillContext context) throws SkillException, IOException {
        var address = ArtifactAddress.parse(request.bundleUri())
                .orElseThrow(() -> SkillException.invalidInput("/bundle_uri", "give the address of an artifact"));
        Path file;
        try {
            file = context.fetch(address);
        } catch (SkillContext.ArtifactMissingException e) {
            throw SkillException.invalidInput("/bundle_uri", String.valueOf(e.getMessage()));
        }
        if (MediaKind.of(file).filter(kind -> kind == MediaKind.ZIP).isEmpty()) {
            throw SkillException.invalidInput(
                    "/bundle_uri", "is not a ZIP; give the bundle_uri of bundle_game_template's output");
        }
        return file;
    }

    private Optional<PlayReport> play(Request request, Inspection inspection) throws IOException, InterruptedException {
        if (!request.asked().contains(Check.PLAY)) {
            return Optional.empty();
        }
        if (inspection.game().isEmpty()) {
            return Optional.of(PlayReport.couldNot(
                    "the bundle has no page to open, or no configuration that tells its chance of winning"));
        }
        var screens =
                request.platforms().stream().map(Platform::screen).distinct().toList();
        return Optional.of(playThrough.get().play(inspection.game().get(), screens));
    }

    private static Summary.Played summary(Optional<PlayReport> played) {
        return played.map(report -> report.played()
                        ? new Summary.Played(PlayState.PLAYED, null)
                        : new Summary.Played(
                                PlayState.COULD_NOT, report.reason().orElse(null)))
                .orElseGet(() -> new Summary.Played(PlayState.NOT_ASKED, null));
    }

    private static List<Issue> issues(PlayReport report, boolean strict) {
        var issues = new Issues(Check.PLAY);
        report.reason()
                .ifPresent(reason -> issues.add(new Issue(
                        "could_not_play",
                        "the game was not played: " + reason,
                        strict ? Severity.ERROR : Severity.WARNING,
                        Check.PLAY,
                        null,
                        "Repair what is named and check again, or play the game by hand before it goes out.")));
        report.faults().forEach(fault -> issues.add(issue(fault)));
        return issues.all();
    }

    private static Issue issue(Fault fault) {
        return new Issue(
                fault.code(),
                fault.message(),
                fault.grave() ? Severity.ERROR : Severity.WARNING,
                Check.PLAY,
                fault.file(),
                "Open the game in a browser under ?qa=1&seed=1 and look at its console.");
    }

    private static boolean fails(Issue issue, boolean strict) {
        return switch (issue.severity()) {
            case ERROR -> true;
            case WARNING -> strict;
            case INFO -> false;
        };
    }

    private static String publish(Validation.Report report, SkillContext context) throws IOException {
        var file = context.workspace().resolve("validation-report.json");
        Files.write(file, CanonicalJson.bytes(JacksonJson.fromNode(MAPPER.valueToTree(report))));
        return context.publish(file, "application/json", "validation-report.json")
                .uri();
    }

    private static long millis(long from, long to) {
        return (to - from) / 1_000_000;
    }
}
