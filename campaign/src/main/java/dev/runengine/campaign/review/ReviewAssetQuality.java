package dev.runengine.campaign.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.runengine.campaign.game.MediaKind;
import dev.runengine.core.hash.ArtifactAddress;
import dev.runengine.core.json.CanonicalJson;
import dev.runengine.core.skill.SkillContext;
import dev.runengine.skills.json.JacksonJson;
import dev.runengine.skills.typed.SkillException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** The skill {@code review_asset_quality}. What is bad fails its review; only what does not exist fails the skill. */
final class ReviewAssetQuality {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private ReviewAssetQuality() {}

    record Request(
            List<ArtifactRef> artifactRefs,
            Rubric rubricId,
            @Nullable Context context) {}

    /** @param overallScore the mean of the reviews' scores */
    record Verdict(boolean pass, double overallScore, List<Review> reviews, String reportUri) {}

    private record Report(
            String schemaVersion, Rubric rubricId, boolean pass, double overallScore, List<Review> reviews) {}

    static Verdict review(Request request, SkillContext world)
            throws SkillException, IOException, InterruptedException {
        var files = fetched(request.artifactRefs(), world);
        var context = request.context() == null ? Context.NONE : request.context();
        var reviews = new ArrayList<Review>();
        for (int i = 0; i < files.size(); i++) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            var folder = world.workspace().resolve("artifact-" + i);
            reviews.add(
                    review(request.artifactRefs().get(i), files.get(i), folder, context, request.rubricId(), world));
        }
        boolean pass = reviews.stream().allMatch(Review::pass);
        double overall =
                Review.rounded(reviews.stream().mapToDouble(Review::score).sum() / reviews.size());
        var report = new Report("1", request.rubricId(), pass, overall, reviews);
        return new Verdict(pass, overall, reviews, publish(report, world));
    }

    /** All of them first: a wrong address should be told before anything is measured. */
    private static List<Path> fetched(List<ArtifactRef> refs, SkillContext world) throws SkillException, IOException {
        var files = new ArrayList<Path>();
        for (int i = 0; i < refs.size(); i++) {
            var pointer = "/artifact_refs/" + i + "/uri";
            var address = ArtifactAddress.parse(refs.get(i).uri())
                    .orElseThrow(() -> SkillException.invalidInput(pointer, "give the address of an artifact"));
            try {
                files.add(world.fetch(address));
            } catch (SkillContext.ArtifactMissingException e) {
                throw SkillException.invalidInput(pointer, String.valueOf(e.getMessage()));
            }
        }
        return files;
    }

    private static Review review(
            ArtifactRef ref, Path file, Path folder, Context context, Rubric rubric, SkillContext world)
            throws IOException, InterruptedException {
        try {
            return Review.of(ref, measured(ref, file, folder, context, world), rubric);
        } catch (Unmeasurable e) {
            return Review.failed(ref, String.valueOf(e.getMessage()));
        }
    }

    private static List<Measurement> measured(
            ArtifactRef ref, Path file, Path folder, Context context, SkillContext world)
            throws Unmeasurable, IOException, InterruptedException {
        var kind = MediaKind.of(file);
        if (Files.size(file) == 0) {
            throw new Unmeasurable("the file is empty");
        }
        if (!ref.type().accepts(kind)) {
            throw new Unmeasurable("the file is "
                    + kind.map(MediaKind::mediaType).orElse("of an unknown kind") + ", not what its type says");
        }
        return switch (ref.type()) {
            case IMAGE -> ImageMeter.measure(file, context);
            case VIDEO -> VideoMeter.measure(file, kind.orElseThrow(), context);
            case AUDIO -> AudioMeter.measure(file, kind.orElseThrow(), folder, context);
            case MODEL_3D -> ModelMeter.measure(file, context);
            case GAME_BUNDLE -> BundleMeter.measure(file, folder, context);
            case MANIFEST -> ManifestMeter.measure(file, world);
            case OTHER -> List.of(size(file, context));
        };
    }

    private static Measurement size(Path file, Context context) throws IOException {
        return Measurement.grave(
                Aspect.WEIGHT,
                "file_size",
                Files.size(file),
                "bytes",
                context.budget(5_000_000, 50_000_000),
                "the file has " + Files.size(file) + " bytes",
                "Make it smaller, or leave it out.");
    }

    private static String publish(Report report, SkillContext world) throws IOException {
        var file = world.workspace().resolve("quality-report.json");
        Files.write(file, CanonicalJson.bytes(JacksonJson.fromNode(MAPPER.valueToTree(report))));
        return world.publish(file, "application/json", "quality-report.json").uri();
    }
}
