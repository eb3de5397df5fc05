package dev.runengine.campaign.audio.music;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.campaign.random.SplitMix;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HarmonyTest {
    @ParameterizedTest
    @CsvSource({
        "1, MAJOR, TRIAD, 0, 0 4 7",
        "6, MAJOR, TRIAD, 9, 0 3 7",
        "5, MINOR, TRIAD, 7, 0 3 7",
        "5M, MINOR, TRIAD, 7, 0 4 7",
        "57, MAJOR, NINTH, 7, 0 4 7 10",
        "b7, MIXOLYDIAN, POWER, 10, 0 7 12",
        "2, MAJOR, NINTH, 2, 0 3 10 14"
    })
    void chordsAreStackedFromTheMode(String symbol, Mode mode, Voicing voicing, int root, String notes) {
        var chord = Chord.parse(symbol, mode, voicing);
        assertThat(chord.root()).isEqualTo(root);
        assertThat(chord.notes().stream().map(String::valueOf).collect(Collectors.joining(" ")))
                .isEqualTo(notes);
    }

    @Test
    void voicesMoveLittleBetweenChords() {
        var leading = new VoiceLeading(60, Voicing.TRIAD);
        var before = leading.place(Chord.parse("1", Mode.MAJOR, Voicing.TRIAD));
        for (var symbol : List.of("5", "6", "4", "1", "2", "3")) {
            var now = leading.place(Chord.parse(symbol, Mode.MAJOR, Voicing.TRIAD));
            for (int voice = 0; voice < 3; voice++) {
                assertThat(Math.abs(now.get(voice) - before.get(voice))).isLessThanOrEqualTo(5);
            }
            before = now;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aTuneKeepsToItsModeAndRestsOnItsChords(long seed) {
        var melody =
                new Melody(List.of("x-x-x---x-x-x---", "x---x-x-..x-x---"), Mode.DORIAN, 57, 72, new SplitMix(seed));
        for (int bar = 0; bar < 8; bar++) {
            var chord = Chord.parse("1 4 7 3".split(" ")[bar % 4], Mode.DORIAN, Voicing.TRIAD);
            for (var tone : melody.bar(bar, chord)) {
                assertThat(tone.pitch()).isBetween(55, 90);
                assertThat(Mode.DORIAN.contains(tone.pitch() - 57)).isTrue();
                if (tone.note().step() % 4 == 0) {
                    assertThat(chord.contains(tone.pitch() - 57)).isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1, B", "3, BBB", "8, AAAABBBB", "14, AAAAAAAABBBBBB", "24, IIIIAAAAAAAABBBBCCCCBBBB"})
    void aFormGrowsWithItsLength(int bars, String sections) {
        var form = Form.of(bars, false);
        assertThat(form.stream().map(bar -> String.valueOf(bar.section())).collect(Collectors.joining()))
                .isEqualTo(sections);
        assertThat(form.getLast().lastOfSection()).isTrue();
        assertThat(form.getFirst().inSection()).isZero();
    }

    @Test
    void swingDelaysTheSecondOfTwo() {
        var straight = new Tempo(120, 0, 2);
        var swung = new Tempo(120, 1.0 / 3, 2);
        assertThat(swung.frame(1, 0)).isEqualTo(straight.frame(1, 0)).isEqualTo(96_000);
        assertThat(straight.frame(0, 2)).isEqualTo(12_000);
        assertThat(swung.frame(0, 2)).isEqualTo(16_000);
    }
}
