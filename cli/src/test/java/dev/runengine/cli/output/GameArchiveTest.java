package dev.runengine.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GameArchiveTest {
    @TempDir
    private Path folder;

    @Test
    void filesAndFoldersComeOutAsTheyWentIn() throws IOException {
        var page = GameArchive.unpack(zip("index.html", "assets/", "assets/win.webm"), folder.resolve("game"));
        assertThat(page).hasContent("content of index.html");
        assertThat(folder.resolve("game/assets/win.webm")).hasContent("content of assets/win.webm");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../evil", "a/../../evil", "/evil", "..\\evil", "C:/evil", "a/./../../evil", "..", "a/../b"})
    void noEntryLeavesTheFolder(String name) throws IOException {
        var zip = zip("index.html", name);
        assertThatThrownBy(() -> GameArchive.unpack(zip, folder.resolve("game")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("does not stay in its folder");
        assertThat(folder.resolve("evil")).doesNotExist();
    }

    @Test
    void anArchiveThatUnpacksToTooMuchIsRefused() throws IOException {
        var zip = zip("index.html");
        assertThatThrownBy(() -> GameArchive.unpack(zip, folder.resolve("game"), 1, 10))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("more than is allowed");
        assertThatThrownBy(() -> GameArchive.unpack(zip, folder.resolve("game"), 0, 10))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("more than 0 entries");
    }

    @Test
    void onlyAnArchiveWithAPageIsAGame() throws IOException {
        assertThat(GameArchive.isGame(zip("index.html"))).isTrue();
        assertThat(GameArchive.isGame(zip("sounds/click.ogg"))).isFalse();
    }

    private Path zip(String... names) throws IOException {
        var file = Files.createTempFile(folder, "archive", ".zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                if (!name.endsWith("/")) {
                    zip.write(("content of " + name).getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return file;
    }
}
