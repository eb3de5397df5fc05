package dev.runengine.campaign.review;

import dev.runengine.campaign.paint.ImageFile;
import dev.runengine.campaign.testing.ContractedSkill;
import dev.runengine.campaign.testing.LocalSkillContext;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reviews single artifacts. */
final class Bench {
    private static final ContractedSkill REVIEW = ContractedSkill.of(ReviewSkills.all(), "review_asset_quality");

    private final Path folder;
    private final LocalSkillContext context;
    private int files;

    Bench(Path folder) {
        this.folder = folder;
        this.context = new LocalSkillContext(folder);
    }

    LocalSkillContext context() {
        return context;
    }

    String image(BufferedImage image) {
        var file = next(".png");
        try {
            ImageFile.write(image, "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return context.put(file).uri();
    }

    String file(byte[] content) {
        try {
            return context.put(Files.write(next(".bin"), content)).uri();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path next(String suffix) {
        return folder.resolve("file-" + files++ + suffix);
    }

    static ObjectNode input(String type, String uri, String rubric) {
        var input = JsonNodeFactory.instance.objectNode().put("rubric_id", rubric);
        input.putArray("artifact_refs").addObject().put("uri", uri).put("type", type);
        return input;
    }

    JsonNode review(String type, String uri) {
        return review(type, uri, "general");
    }

    JsonNode review(String type, String uri, String rubric) {
        return review(input(type, uri, rubric)).path("reviews").path(0);
    }

    JsonNode review(ObjectNode input) {
        return REVIEW.succeed(input, context);
    }

    static ContractedSkill skill() {
        return REVIEW;
    }

    static List<String> codes(JsonNode review) {
        return review.path("issues")
                .valueStream()
                .map(issue -> issue.path("code").stringValue())
                .toList();
    }
}
