package dev.runengine.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.cli.command.WireText.File;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {
    private static final UUID BUILD = new UUID(0x7000, 1);
    private static final UUID UPDATE = new UUID(0x7000, 2);
    private static final File OLD_GAME = new File(new UUID(2, 1), "bundle_game", "application/zip", "game.zip");
    private static final File NEW_GAME = new File(new UUID(2, 2), "bundle_game", "application/zip", "game.zip");
    private static final File SOUNDS = new File(new UUID(2, 3), "mix_audio", "application/zip", "../pack.zip");

    private final FakeServer server;
    private final Terminal terminal = new Terminal();

    @TempDir
    private Path folder;

    DemoTest() throws IOException {
        server = new FakeServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theChangeIsShownWithWhatItSavedAndBothGames() throws IOException {
        serve(0, 9);
        var out = folder.resolve("out");
        assertThat(demo(out)).isZero();
        assertThat(terminal.err()).contains("Update run queued - 4 steps will be re-executed");
        assertThat(terminal.out())
                .containsPattern("build +13 +0 +10\\.0 s")
                .containsPattern("audio update +4 +9 +10\\.0 s")
                .contains("9.0 s of work")
                .contains(out.resolve("game/index.html").toString());
        assertThat(out.resolve("game/index.html")).hasContent("new");
        assertThat(out.resolve("before/index.html")).hasContent("old");
        assertThat(out.resolve("campaign/mix_audio/_pack.zip")).exists();
    }

    @Test
    void theOutputOfASecondTimeReplacesTheFirst() throws IOException {
        serve(0, 9);
        var out = folder.resolve("out");
        demo(out);
        Files.writeString(out.resolve("campaign/stale.txt"), "of the first time");
        assertThat(demo(out)).isZero();
        assertThat(out.resolve("campaign/stale.txt")).doesNotExist();
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(out);
        }
    }

    @Test
    void otherCountsAreAFailureThatLeavesNoOutput() throws IOException {
        serve(0, 8);
        var out = folder.resolve("out");
        assertThat(demo(out)).isEqualTo(3);
        assertThat(terminal.err()).contains("expected 4 steps executed and 9 reused, got 5 and 8");
        assertThat(out).doesNotExist();
    }

    @Test
    void nothingIsTakenFromTheCacheUnlessAsked() throws IOException {
        serve(0, 9);
        demo(folder.resolve("anew"));
        assertThat(server.bodies()).hasSize(2).allMatch(body -> body.contains("\"read\":false"));
        serve(13, 9);
        assertThat(demo(folder.resolve("reusing"), "--reuse")).isZero();
        assertThat(server.bodies().subList(2, 4)).noneMatch(body -> body.contains("\"cache\""));
    }

    private int demo(Path out, String... options) {
        var arguments = new ArrayList<>(List.of("demo", "--out", out.toString()));
        arguments.addAll(List.of(options));
        return terminal.runsAt(server, arguments.toArray(String[]::new));
    }

    private void serve(int reusedByBuild, int reusedByUpdate) throws IOException {
        server.on("POST /runs", 202, WireText.accepted(BUILD, "Run queued for execution"))
                .on("GET /runs/" + BUILD, 200, WireText.run(BUILD, "completed", 13 - reusedByBuild, reusedByBuild))
                .on("GET /runs/" + BUILD + "/steps", 200, WireText.steps(BUILD, reusedByBuild))
                .on("GET /runs/" + BUILD + "/artifacts", 200, WireText.artifacts(BUILD, List.of(SOUNDS, OLD_GAME)))
                .on(
                        "POST /runs/" + BUILD + "/update",
                        202,
                        WireText.accepted(UPDATE, "Update run queued - 4 steps will be re-executed"))
                .on("GET /runs/" + UPDATE, 200, WireText.run(UPDATE, "completed", 13 - reusedByUpdate, reusedByUpdate))
                .on("GET /runs/" + UPDATE + "/steps", 200, WireText.steps(UPDATE, reusedByUpdate))
                .on("GET /runs/" + UPDATE + "/artifacts", 200, WireText.artifacts(UPDATE, List.of(NEW_GAME, SOUNDS)))
                .on("GET /artifacts/" + OLD_GAME.id() + "/content", 200, zip("index.html", "old"))
                .on("GET /artifacts/" + NEW_GAME.id() + "/content", 200, zip("index.html", "new"))
                .on("GET /artifacts/" + SOUNDS.id() + "/content", 200, zip("click.ogg", "sound"));
    }

    private static byte[] zip(String name, String content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
