package dev.runengine.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    private static final List<String> STEPS = List.of("generate_bgm_track", "generate_sfx_pack", "mix", "bundle_game");

    @Test
    void aSlipOfTheKeysIsRecognised() {
        assertThat(Nearest.to("genrate_bgm_track", STEPS)).contains("generate_bgm_track");
        assertThat(Nearest.to("mx", STEPS)).contains("mix");
        assertThat(Nearest.hint("bundle-game", STEPS)).isEqualTo("; did you mean \"bundle_game\"?");
    }

    @Test
    void somethingElseAltogetherIsNotGuessedAt() {
        assertThat(Nearest.to("manifest", STEPS)).isEmpty();
        assertThat(Nearest.hint("manifest", STEPS)).isEmpty();
        assertThat(Nearest.to("a", List.of("b"))).isEmpty();
        assertThat(Nearest.to("x".repeat(200), STEPS)).isEmpty();
    }
}
