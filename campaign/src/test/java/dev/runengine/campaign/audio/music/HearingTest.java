package dev.runengine.campaign.audio.music;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.runengine.campaign.audio.synth.Strike.Duck;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Sixteen bars of every genre, judged by what can be measured of their sound. */
class HearingTest {
    static final List<String> GENRES = MusicTest.GENRES;
    private static final int BARS = 16;

    private static Map<String, Hearing> heard = Map.of();

    @BeforeAll
    static void listen() {
        heard = GENRES.parallelStream().collect(Collectors.toMap(Function.identity(), genre -> hear(genre, "")));
    }

    @AfterAll
    static void forget() {
        heard = Map.of();
    }

    @ParameterizedTest
    @FieldSource("GENRES")
    void itsTempoIsHeard(String genre) {
        var piece = heard(genre);
        assertThat(piece.bpm())
                .isCloseTo(piece.piece().bpm(), within(0.02 * piece.piece().bpm()));
    }

    @ParameterizedTest
    @FieldSource("GENRES")
    void aLoopBeginsAgainNoMoreSharplyThanAnyOtherBar(String genre) {
        assertThat(heard(genre).seam()).isLessThan(1);
    }

    @ParameterizedTest
    @FieldSource("GENRES")
    void itsKeyIsHeard(String genre) {
        assertInKey(heard(genre), style(genre).mode(), style(genre).tonic());
    }

    @ParameterizedTest
    @FieldSource("GENRES")
    void thereIsABassAndNothingIsDullHarshOrMuddy(String genre) {
        assertBalanced(heard(genre));
    }

    @ParameterizedTest
    @FieldSource("GENRES")
    void somethingSoundsOnEveryBeat(String genre) {
        assertThat(heard(genre).onsetsPerBeat()).isGreaterThan(1.2);
    }

    @ParameterizedTest
    @FieldSource("GENRES")
    void itHasDrums(String genre) {
        var piece = heard(genre).piece();
        var drums = piece.strikes().stream()
                .filter(strike -> strike.placement().duck() != Duck.GIVES_WAY)
                .count();
        assertThat(drums).isGreaterThan(4 * BARS);
    }

    @ParameterizedTest
    @FieldSource("GENRES")
    void sectionsDifferInForce(String genre) {
        assertThat(heard(genre).contrast()).isBetween(2.0, 12.0);
    }

    @Test
    void noTwoGenresSoundAlike() {
        for (var one : GENRES) {
            for (var other : GENRES) {
                if (one.compareTo(other) < 0) {
                    assertThat(Hearing.distance(
                                    heard(one).character(), heard(other).character()))
                            .as("%s and %s", one, other)
                            .isGreaterThan(0.4);
                }
            }
        }
    }

    @Tag("long")
    @ParameterizedTest
    @FieldSource("GENRES")
    void everyMoodOfEveryGenreSoundsAsItShould(String genre) {
        var style = style(genre);
        // A mood may go further than its genre does: darker, softer, in a mode that shares most notes with others.
        Styles.MOODS.forEach((name, mood) -> {
            var piece = hear(genre, name);
            assertThat(piece.seam()).as(name).isLessThan(1.3);
            assertThat(piece.inScale(mood.mode(style), style.tonic() + mood.transpose()))
                    .as(name)
                    .isGreaterThan(0.65);
            assertThat(piece.share(40, 120)).as("bass, " + name).isBetween(0.03, 0.9);
            assertThat(piece.share(120, 300)).as("mud, " + name).isLessThan(0.5);
            assertThat(piece.share(10_000, 22_000)).as("hiss, " + name).isLessThan(0.05);
        });
    }

    @Tag("long")
    @ParameterizedTest
    @FieldSource("GENRES")
    void anEnergeticMoodIsFasterAndBusierThanACalmOne(String genre) {
        var calm = hear(genre, "calm");
        var energetic = hear(genre, "energetic");
        assertThat(energetic.piece().bpm()).isGreaterThan(1.15 * calm.piece().bpm());
        assertThat(energetic.share(1_000, 22_000)).isGreaterThan(calm.share(1_000, 22_000));
    }

    private static void assertInKey(Hearing piece, Mode mode, int tonic) {
        double inKey = piece.inScale(mode, tonic);
        assertThat(inKey).isGreaterThan(0.7);
        assertThat(IntStream.range(1, 12)
                        .filter(steps -> piece.inScale(mode, tonic + steps) > inKey)
                        .count())
                .as("other keys that would fit better")
                .isLessThanOrEqualTo(1);
    }

    private static void assertBalanced(Hearing piece) {
        assertThat(piece.share(40, 120)).as("bass").isBetween(0.05, 0.85);
        assertThat(piece.share(120, 300)).as("mud").isLessThan(0.4);
        assertThat(piece.share(300, 10_000)).as("body").isGreaterThan(0.05);
        assertThat(piece.share(10_000, 22_000)).as("hiss").isLessThan(0.05);
    }

    private static Hearing heard(String genre) {
        return Objects.requireNonNull(heard.get(genre));
    }

    private static Style style(String genre) {
        return Objects.requireNonNull(Styles.GENRES.get(genre));
    }

    /** @param mood empty for none */
    private static Hearing hear(String genre, String mood) {
        double bpm = style(genre).bpm();
        try {
            return Hearing.of(Piece.of(new MusicBrief(
                    genre,
                    Optional.of(mood).filter(name -> !name.isEmpty()),
                    OptionalDouble.empty(),
                    BARS * 240 / bpm,
                    true,
                    List.of(),
                    0.6,
                    1)));
        } catch (Exception e) {
            throw new AssertionError(genre + " " + mood, e);
        }
    }
}
