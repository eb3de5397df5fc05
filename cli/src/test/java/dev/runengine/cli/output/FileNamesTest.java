package dev.runengine.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {
    @ParameterizedTest
    @CsvSource({"game.zip, game.zip", "../../etc/passwd, _.._etc_passwd", ".., file", ".hidden, hidden", "a\\b, a_b"})
    void aNameStaysInItsFolder(String wanted, String safe) {
        assertThat(FileNames.safe(wanted)).isEqualTo(safe);
    }

    @Test
    void theSameNameTwiceIsTwoFiles() {
        var names = new FileNames();
        assertThat(names.free("mix.ogg")).isEqualTo("mix.ogg");
        assertThat(names.free("mix.ogg")).isEqualTo("2-mix.ogg");
        assertThat(names.free("mix.ogg")).isEqualTo("3-mix.ogg");
    }
}
