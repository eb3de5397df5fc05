package dev.runengine.campaign.game;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.campaign.testing.LocalSkillContext;
import dev.runengine.campaign.testing.Tool;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What Info-ZIP says of a bundle; skipped where it is not installed. */
class UnzipTest {
    static final Iterable<String> TEMPLATES = SampleGame.TEMPLATES;

    @TempDir
    Path folder;

    @ParameterizedTest
    @FieldSource("TEMPLATES")
    void aBundleIsAWholeArchive(String template) throws Exception {
        var unzip = Tool.required("unzip", "unzip");
        var context = new LocalSkillContext(folder);
        var games = new SampleGame(folder);
        var made = SampleGame.BUNDLE.succeed(games.withMedia(games.bundleInput(template, 0.5), context), context);

        var verdict = unzip.run(
                "-tq", context.published(made.get("bundle_uri").asString()).toString());

        assertThat(verdict).startsWith("No errors detected");
    }
}
