package dev.runengine.campaign.video.intro;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MotionWordsTest {
    @Test
    void noWordsGiveTheUsualMotion() {
        assertThat(MotionWords.read("")).isEqualTo(MotionStyle.USUAL);
        assertThat(MotionWords.read("a wheel of fortune in a desert")).isEqualTo(MotionStyle.USUAL);
    }

    @ParameterizedTest
    @CsvSource({
        "Gentle falling SNOW, SNOW",
        "it rains, RAIN",
        "glittering stars, SPARKLE",
        "hearts everywhere, HEARTS",
        "glowing embers, EMBERS",
        "autumn leaves, LEAVES",
        "no sparkles please, NONE",
        "without snow, SPARKLE"
    })
    void wordsChooseTheParticles(String prompt, Particles particles) {
        assertThat(MotionWords.read(prompt).particles()).isEqualTo(particles);
    }

    @Test
    void calmIsLessAndEnergeticIsMoreThanUsual() {
        assertThat(MotionWords.read("slow and calm").energy()).isLessThan(1);
        assertThat(MotionWords.read("fast, energetic").energy()).isGreaterThan(1);
        assertThat(MotionWords.read("fast, energetic").cycles(4)).isGreaterThan(1);
        assertThat(MotionWords.read("not fast").energy()).isLessThan(1);
    }

    @Test
    void partsOfTheMotionAreStrengthenedOrSwitchedOff() {
        var style = MotionWords.read("slow zoom, no sway, light rays, without pulse");
        assertThat(style.zoom()).isGreaterThan(1);
        assertThat(style.sway()).isZero();
        assertThat(style.light()).isGreaterThan(1);
        assertThat(style.pulse()).isZero();
        assertThat(MotionWords.read("a still picture").zoom()).isZero();
    }
}
