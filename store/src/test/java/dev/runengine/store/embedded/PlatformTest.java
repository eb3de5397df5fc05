package dev.runengine.store.embedded;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {
    @ParameterizedTest
    @CsvSource({"Mac OS X, aarch64, true", "Linux, aarch64, true", "Windows 11, amd64, true", "Linux, amd64, false"})
    void otherPlatformsAreToldToBringADatabase(String system, String processor, boolean gnuLibrary) {
        assertThatThrownBy(() -> new Platform(system, processor, gnuLibrary).requireSupported())
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining(system + " " + processor)
                .hasMessageContaining("RUN_ENGINE_DATABASE_URL");
    }

    @Test
    void linuxOnX86WithTheGnuLibraryIsSupported() {
        assertThatCode(() -> new Platform("Linux", "amd64", true).requireSupported())
                .doesNotThrowAnyException();
    }
}
