package dev.runengine.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runengine.server.settings.Role;
import dev.runengine.server.settings.ServerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    private final Map<String, String> environment = new HashMap<>();

    @TempDir
    private Path home;

    @BeforeEach
    void useTheFolder() {
        environment.put("RUN_ENGINE_HOME", home.toString());
    }

    @Test
    void aFlagWinsOverTheEnvironmentAndThatOverTheFile() throws IOException {
        Files.writeString(
                home.resolve("run-engine.properties"),
                "RUN_ENGINE_PORT=1\nRUN_ENGINE_OPS_PORT=2\nRUN_ENGINE_LEASE=20s\n");
        environment.put("RUN_ENGINE_PORT", "10");
        environment.put("RUN_ENGINE_OPS_PORT", "11");
        var options = options(Map.of(Setting.PORT, "100"));
        assertThat(options.port()).isEqualTo(100);
        assertThat(options.opsPort()).isEqualTo(11);
        assertThat(options.lease()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void nothingHasToBeSet() {
        var options = options(Map.of());
        assertThat(options.home()).isEqualTo(home);
        assertThat(options.port()).isEqualTo(3001);
        assertThat(options.opsPort()).isEqualTo(3002);
        assertThat(options.database()).isEmpty();
        assertThat(options.roles()).containsExactlyInAnyOrder(Role.API, Role.WORKER);
    }

    @Test
    void anEmptyVariableIsAsGoodAsNone() {
        environment.put("RUN_ENGINE_PORT", "");
        environment.put("RUN_ENGINE_REDIS_URL", " ");
        assertThat(options(Map.of()).port()).isEqualTo(3001);
    }

    @ParameterizedTest
    @CsvSource({"15s, PT15S", "1m, PT1M", "PT30S, PT30S", "20, PT20S", "1500, PT25M"})
    void aLeaseIsReadAsPeopleWriteIt(String text, Duration lease) {
        assertThat(options(Map.of(Setting.LEASE, text)).lease()).isEqualTo(lease);
    }

    @ParameterizedTest
    @CsvSource({
        "PORT, 70000",
        "PORT, http",
        "OPS_PORT, -1",
        "DATABASE_URL, postgres://db/x",
        "ROLES, api;worker",
        "LEASE, soon",
        "LEASE, 0s",
        "ARTIFACTS, s3://bucket",
        "REDIS_URL, http://cache",
        "REDIS_URL, cache:6379",
        "REDIS_URL, redis://cache?timeout=soon",
        "PROVIDERS, no-such-file.json"
    })
    void whatMeansNothingIsRefusedByName(Setting setting, String text) {
        environment.put(setting.variable(), text);
        assertThatThrownBy(() -> options(Map.of()))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith(setting.variable());
    }

    @Test
    void aMisspeltNameInTheFileIsRefusedWithTheNamesThereAre() throws IOException {
        Files.writeString(home.resolve("run-engine.properties"), "RUN_ENGINE_PROT=4000\n");
        assertThatThrownBy(() -> options(Map.of()))
                .hasMessageContaining("RUN_ENGINE_PROT")
                .hasMessageContaining("RUN_ENGINE_PORT");
    }

    @Test
    void aPasswordInTheAddressIsNotRepeated() {
        environment.put("RUN_ENGINE_DATABASE_URL", "postgres://me:secret@db/x");
        assertThatThrownBy(() -> options(Map.of())).message().doesNotContain("secret");
    }

    @Test
    void aPasswordOfRedisIsNotRepeatedEither() {
        environment.put("RUN_ENGINE_REDIS_URL", "redis:///me:secret@cache");
        assertThatThrownBy(() -> options(Map.of())).message().doesNotContain("secret");

        environment.put("RUN_ENGINE_REDIS_URL", "rediss://me:secret@cache:6380/1?timeout=80ms");
        assertThat(options(Map.of()).toString()).contains("cache:6380").doesNotContain("secret");
    }

    private ServerOptions options(Map<Setting, String> flags) {
        return ServerSettings.options(Settings.of(flags, environment));
    }
}
