package dev.runengine.campaign.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pictures as wide as a phone's that our painter has not made; the one who draws the button says where it is. */
class ForeignButtonTest {
    private static final int WIDTH = 1080;

    @Test
    void buttonsOfOtherStylesAreFound() {
        assertFound(0, 50);
    }

    @Tag("long")
    @Test
    void buttonsOfManyOtherStylesAreFound() {
        assertFound(50, 250);
    }

    @Test
    void aPictureWithoutAButtonHasNone() {
        assertNothingFound(bare(0, 1));
        assertNothingFound(scenes(0, 6));
    }

    @Tag("long")
    @Test
    void manyPicturesWithoutAButtonHaveNone() {
        assertNothingFound(bare(1, 11));
        assertNothingFound(scenes(6, 100));
    }

    private record Finding(String picture, double overlap) {}

    private record Doubt(String picture, double confidence) {}

    private static void assertFound(int from, int to) {
        var findings = IntStream.range(from, to)
                .parallel()
                .mapToObj(seed -> finding(ForeignPictures.withButton(seed, WIDTH)))
                .sorted(Comparator.comparingDouble(Finding::overlap))
                .toList();

        assertThat(findings.getFirst().overlap())
                .as("the worst overlaps: %s", findings.subList(0, 5))
                .isGreaterThanOrEqualTo(0.75);
        assertThat(findings.get(findings.size() / 10).overlap())
                .as("the overlap nine in ten reach; short of it: %s", findings.subList(0, findings.size() / 10))
                .isGreaterThanOrEqualTo(0.9);
    }

    private static Finding finding(ForeignPictures.Sample sample) {
        double overlap = ButtonSearch.search(sample.image())
                .filter(found -> found.confidence() >= SegmentStartButton.DEFAULT_THRESHOLD)
                .map(found -> found.shape().box().overlap(sample.button().orElseThrow()))
                .orElse(0.0);
        return new Finding(sample.description(), overlap);
    }

    private static void assertNothingFound(List<Doubt> doubts) {
        assertThat(doubts)
                .allSatisfy(doubt -> assertThat(doubt.confidence())
                        .as(doubt.picture())
                        .isLessThan(SegmentStartButton.DEFAULT_THRESHOLD));
    }

    private static List<Doubt> bare(int from, int to) {
        return Stream.of(BarePictures.values())
                .flatMap(kind -> IntStream.range(from, to).mapToObj(seed -> new BareSample(kind, seed)))
                .parallel()
                .map(sample -> doubt(sample.toString(), sample.kind().picture(sample.seed())))
                .toList();
    }

    private record BareSample(BarePictures kind, int seed) {}

    private static List<Doubt> scenes(int from, int to) {
        return IntStream.range(from, to)
                .parallel()
                .mapToObj(seed -> ForeignPictures.withoutButton(seed, WIDTH))
                .map(sample -> doubt(sample.description(), sample.image()))
                .toList();
    }

    private static Doubt doubt(String picture, BufferedImage image) {
        return new Doubt(
                picture,
                ButtonSearch.search(image).map(ButtonSearch.Finding::confidence).orElse(0.0));
    }
}
