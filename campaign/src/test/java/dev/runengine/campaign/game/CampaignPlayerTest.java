package dev.runengine.campaign.game;

import static dev.runengine.campaign.game.SampleCampaign.content;
import static dev.runengine.campaign.testing.ContractedSkill.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.hash.ArtifactAddress;
import dev.runengine.core.hash.ContentHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page that joins intro, game and outcomes of a campaign. */
class CampaignPlayerTest {
    @TempDir
    private Path folder;

    private SampleCampaign campaign;

    @BeforeEach
    void prepare() {
        campaign = new SampleCampaign(folder);
    }

    @Test
    void theFilmsAndTheButtonOfTheCampaignFillTheSlotsOfTheGame() throws IOException {
        var input = campaign.input();
        try (var player = campaign.player(campaign.manifest(input))) {
            assertThat(address(content(player, "video/intro.webm")))
                    .isEqualTo(input.path("intro_video_uri").stringValue());
            assertThat(address(content(player, "video/win.webm")))
                    .isEqualTo(input.at("/outcome_videos/win").stringValue());
            assertThat(address(content(player, "video/lose.webm")))
                    .isEqualTo(input.at("/outcome_videos/lose").stringValue());
            var media = PageScript.parse(new String(content(player, "config.js"), UTF_8))
                    .orElseThrow()
                    .media();
            assertThat(media.at("/files/win_video").stringValue()).isEqualTo("video/win.webm");
            assertThat(media.at("/button/x").doubleValue()).isEqualTo(250 / 1080.0);
        }
    }

    @Test
    void itsOwnManifestListsWhatIsInItNow() throws IOException {
        try (var player = campaign.player(campaign.manifest(campaign.input()))) {
            var files =
                    json(new String(content(player, "manifest.json"), UTF_8)).path("files");
            assertThat(files.valueStream().map(file -> file.path("path").stringValue()))
                    .containsExactlyElementsOf(player.stream()
                            .map(ZipEntry::getName)
                            .filter(name -> !name.equals("manifest.json"))
                            .toList());
            for (var file : files) {
                var content = content(player, file.path("path").stringValue());
                assertThat(ContentHash.of(content).hex())
                        .isEqualTo(file.path("sha256").stringValue());
            }
            assertThat(player.stream().map(ZipEntry::getTimeLocal)).containsOnly(LocalDateTime.of(1980, 1, 1, 0, 0));
        }
    }

    @Test
    void anotherWorkspaceMakesTheSameBytes() throws IOException {
        var first = campaign.manifest(campaign.input());
        var other = new SampleCampaign(Files.createDirectory(folder.resolve("other")));
        assertThat(other.manifest(other.input())).isEqualTo(first);
    }

    @Test
    void newSoundWithOldFilmsMakesAPlayerWithNewSoundAndOldFilms() throws IOException {
        var input = campaign.input();
        var louder = SampleMedia.wav();
        louder[60] ^= 0x10;
        var before = campaign.manifest(input);
        var after = campaign.manifest(input.deepCopy()
                .put("game_bundle_uri", campaign.game("spin_wheel", 1, Map.of("audio/bgm.wav", louder))));
        try (var old = campaign.player(before);
                var updated = campaign.player(after)) {
            assertThat(content(updated, "audio/bgm.wav")).isEqualTo(louder);
            assertThat(content(old, "audio/bgm.wav")).isEqualTo(SampleMedia.wav());
            assertThat(new String(content(updated, "assets.js"), UTF_8))
                    .isNotEqualTo(new String(content(old, "assets.js"), UTF_8));
            for (var film : new String[] {"video/intro.webm", "video/win.webm", "video/lose.webm"}) {
                assertThat(content(updated, film)).isEqualTo(content(old, film));
            }
        }
    }

    @Test
    void aGameThatShowsAllOfItAlreadyIsItsOwnPlayer() {
        var input = campaign.input();
        var player = campaign.manifest(input).path("player_uri").stringValue();
        var again = campaign.manifest(input.put("game_bundle_uri", player));
        assertThat(again.path("player_uri").stringValue()).isEqualTo(player);
    }

    @Test
    void aNewIntroReplacesThatOfTheGameAndItsButtonGoesWithIt() throws IOException {
        var input = campaign.input();
        input.put("game_bundle_uri", campaign.manifest(input).path("player_uri").stringValue());
        input.put("intro_video_uri", campaign.film("newer"));
        input.remove("button_bounds");
        try (var player = campaign.player(campaign.manifest(input))) {
            assertThat(address(content(player, "video/intro.webm")))
                    .isEqualTo(input.path("intro_video_uri").stringValue());
            assertThat(new String(content(player, "config.js"), UTF_8)).doesNotContain("\"button\"");
        }
    }

    @Test
    void filmsTheCampaignDoesNotStateStayThoseOfTheGame() throws IOException {
        var input = campaign.input();
        input.put("game_bundle_uri", campaign.manifest(input).path("player_uri").stringValue());
        input.remove("outcome_videos");
        var output = campaign.manifest(input);
        assertThat(output.at("/validation/warnings")).isEmpty();
        try (var player = campaign.player(output)) {
            assertThat(content(player, "video/win.webm")).isNotEmpty();
        }
    }

    @Test
    void aButtonWithoutAnAreaIsDrawnByThePage() throws IOException {
        var input = campaign.input();
        input.putObject("button_bounds").put("x", 0).put("y", 0).put("width", 0).put("height", 0);
        var output = campaign.manifest(input);
        assertThat(output.at("/validation/warnings/0").stringValue()).contains("drawn by the page");
        try (var player = campaign.player(output)) {
            assertThat(new String(content(player, "config.js"), UTF_8)).doesNotContain("\"button\"");
        }
    }

    private static String address(byte[] content) {
        return new ArtifactAddress(ContentHash.of(content)).uri();
    }
}
