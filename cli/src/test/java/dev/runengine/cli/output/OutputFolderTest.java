package dev.runengine.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runengine.cli.failure.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {
    @TempDir
    private Path temporary;

    private Path out = Path.of("");

    @BeforeEach
    void nameTheFolder() {
        out = temporary.resolve("deep/out");
    }

    @Test
    void newContentReplacesTheOldAsAWhole() throws IOException {
        write("first.txt");
        write("second.txt");
        assertThat(out.resolve("second.txt")).exists();
        assertThat(out.resolve("first.txt")).doesNotExist();
    }

    @Test
    void contentThatCannotBeWrittenLeavesTheOldAndNothingElse() throws IOException {
        write("first.txt");
        var folder = OutputFolder.at(out);
        assertThatThrownBy(() -> folder.replace(fresh -> {
                    Files.createFile(fresh.resolve("half.txt"));
                    throw new IOException("disk full");
                }))
                .hasMessage("disk full");
        assertThat(out.resolve("first.txt")).exists();
        try (var left = Files.list(out.resolveSibling("."))) {
            assertThat(left.map(Path::getFileName)).containsExactly(Path.of("out"));
        }
    }

    @Test
    void aFolderOfSomebodyElseIsNotReplaced() throws IOException {
        Files.createDirectories(out);
        Files.writeString(out.resolve("thesis.txt"), "precious");
        assertThatThrownBy(() -> OutputFolder.at(out)).isInstanceOf(CommandFailure.class);
        assertThatThrownBy(() -> OutputFolder.at(out.resolve("thesis.txt"))).isInstanceOf(CommandFailure.class);
        assertThatThrownBy(() -> OutputFolder.at(Path.of("/"))).isInstanceOf(CommandFailure.class);
    }

    @Test
    void anEmptyFolderIsReplacedAndALinkKeepsLeadingToIt() throws IOException {
        Files.createDirectories(out);
        var link = Files.createSymbolicLink(temporary.resolve("link"), out);
        OutputFolder.at(link).replace(fresh -> Files.createFile(fresh.resolve("file.txt")));
        assertThat(link).isSymbolicLink();
        assertThat(link.resolve("file.txt")).exists();
    }

    private void write(String file) throws IOException {
        OutputFolder.at(out).replace(fresh -> Files.createFile(fresh.resolve(file)));
    }
}
