package dev.runengine.campaign.audio.music;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.runengine.campaign.audio.signal.Samples;
import dev.runengine.campaign.audio.signal.Signal;
import dev.runengine.campaign.audio.synth.Strike;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class MusicTest {
    static final List<String> GENRES = Styles.GENRES.keySet().stream().sorted().toList();
    static final List<String> MOODS = Styles.MOODS.keySet().stream().sorted().toList();

    @ParameterizedTest
    @CsvSource({
        "pop, 112",
        "synthwave, 97",
        "rock, 128",
        "electronic, 126",
        "chiptune, 143",
        "hiphop, 84.5",
        "tropical, 104",
        "folk, 108",
        "holiday, 118",
        "epic, 92"
    })
    void theTempoAskedForIsHeard(String genre, double bpm) throws Exception {
        var piece = Piece.of(brief(genre, Optional.empty(), bpm, 16, true));
        var meter = new TempoMeter();
        piece.play().pump(piece.frames(), meter);
        assertThat(meter.bpm()).isCloseTo(bpm, within(bpm * 0.02));
    }

    @ParameterizedTest
    @FieldSource("GENRES")
    void aLoopHasNoClickAtItsSeam(String genre) throws Exception {
        var piece = Piece.of(brief(genre, Optional.empty(), 120, 6, true));
        var samples = Samples.of(piece.play(), piece.frames() + 1L).left();
        int end = piece.frames();
        float steepest = 0;
        for (int i = 1; i < end; i++) {
            steepest = Math.max(steepest, Math.abs(samples[i] - samples[i - 1]));
        }
        assertThat(Math.abs(samples[0] - samples[end - 1])).isLessThanOrEqualTo(steepest);
        // What follows the end is the start again.
        assertThat(samples[end]).isCloseTo(samples[0], within(1e-3f));
    }

    @ParameterizedTest
    @CsvSource({"120, 30, 15", "120, 29.2, 15", "60, 5, 1", "200, 5, 4", "97, 60, 24"})
    void aLoopHasTheNearestWholeNumberOfBars(double bpm, double seconds, int bars) {
        var piece = Piece.of(brief("pop", Optional.empty(), bpm, seconds, true));
        assertThat(piece.bars()).isEqualTo(bars);
        assertThat(piece.frames()).isEqualTo((int) Math.round(bars * 240 / bpm * Signal.RATE));
    }

    @ParameterizedTest
    @ValueSource(doubles = {5, 17.3, 60})
    void whatIsNoLoopIsAsLongAsAskedAndEndsInSilence(double seconds) throws Exception {
        var piece = Piece.of(brief("jazz", Optional.empty(), 132, seconds, false));
        assertThat(piece.frames()).isEqualTo((int) Math.round(seconds * Signal.RATE));
        var samples = Samples.of(piece.play(), piece.frames());
        assertThat(samples.rms(piece.frames() - 480, piece.frames())).isLessThan(0.005);
        assertThat(samples.rms(piece.frames() - 96_000, piece.frames() - 72_000))
                .isGreaterThan(0.01);
    }

    @ParameterizedTest
    @FieldSource("GENRES")
    void everyMoodBendsEveryGenre(String genre) {
        var plain = Piece.of(brief(genre, Optional.empty(), 100, 20, true));
        var scores = MOODS.stream()
                .map(mood ->
                        Piece.of(brief(genre, Optional.of(mood), 100, 20, true)).strikes())
                .collect(Collectors.toSet());
        assertThat(scores).hasSize(MOODS.size()).doesNotContain(plain.strikes());
    }

    @Test
    void genresDifferInInstruments() {
        var bands = Styles.GENRES.values().stream()
                .map(style -> style.parts().stream().map(Part::instrument).collect(Collectors.toSet()))
                .toList();
        for (var one : bands) {
            for (var other : bands) {
                if (one != other) {
                    var shared = one.stream().filter(other::contains).count();
                    assertThat(shared).as("%s and %s", one, other).isLessThanOrEqualTo(one.size() * 2L / 3);
                }
            }
        }
    }

    @Test
    void aMoodIsAGenreOfItsOwnToo() {
        var genresAndMoods =
                Stream.concat(GENRES.stream(), MOODS.stream()).distinct().toList();
        assertThat(genresAndMoods)
                .hasSize(22)
                .allSatisfy(name -> assertThat(Piece.of(brief(name, Optional.empty(), 100, 10, true))
                                .strikes())
                        .hasSizeGreaterThan(20));
    }

    @Test
    void instrumentsAskedForAreHeardAndNothingElseInTheirPlace() {
        var asked = new MusicBrief(
                "pop", Optional.empty(), OptionalDouble.empty(), 20, true, List.of("harp", "organ"), 0.6, 1);
        var plain = brief("pop", Optional.empty(), 112, 20, true);
        assertThat(patches(asked)).isNotEqualTo(patches(plain)).hasSizeGreaterThan(5);
    }

    @Test
    void moreEnergyIsMoreForce() throws Exception {
        assertThat(loudness(0.9)).isGreaterThan(1.2 * loudness(0.1));
    }

    @Test
    void anotherSeedIsAnotherTuneInTheSameStyle() {
        var one = Piece.of(brief("folk", Optional.empty(), 108, 20, true));
        var other = Piece.of(
                new MusicBrief("folk", Optional.empty(), OptionalDouble.of(108), 20, true, List.of(), 0.6, 99));
        assertThat(other.strikes()).isNotEqualTo(one.strikes());
        assertThat(other.frames()).isEqualTo(one.frames());
    }

    private static double loudness(double energy) throws Exception {
        var piece = Piece.of(
                new MusicBrief("rock", Optional.empty(), OptionalDouble.of(120), 8, true, List.of(), energy, 1));
        return Samples.of(piece.play(), piece.frames()).rms();
    }

    private static Set<Object> patches(MusicBrief brief) {
        return Piece.of(brief).strikes().stream().map(Strike::patch).collect(Collectors.toSet());
    }

    private static MusicBrief brief(String genre, Optional<String> mood, double bpm, double seconds, boolean loop) {
        return new MusicBrief(genre, mood, OptionalDouble.of(bpm), seconds, loop, List.of(), 0.6, 1);
    }
}
