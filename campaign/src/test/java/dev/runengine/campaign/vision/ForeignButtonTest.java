package dev.runengine.campaign.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ForeignButtonTest {
    @Test
    void buttonsOfOtherStylesAreFound() {
        assertFound(12, 540);
    }

    @Tag("long")
    @Test
    void buttonsOfManyOtherStylesAreFound() {
        assertFound(100, 720);
    }

    @Test
    void aPictureWithoutAButtonHasNone() {
        assertNothingFound(6, 540);
    }

    @Tag("long")
    @Test
    void manyPicturesWithoutAButtonHaveNone() {
        assertNothingFound(40, 720);
    }

    private static void assertFound(int count, int width) {
        var overlaps = IntStream.range(0, count)
                .mapToObj(seed -> ForeignPictures.withButton(seed, width))
                .mapToDouble(ForeignButtonTest::overlap)
                .sorted()
                .toArray();

        assertThat(overlaps[0]).as("the worst overlap").isGreaterThanOrEqualTo(0.75);
        assertThat(overlaps[count / 10]).as("the overlap nine in ten reach").isGreaterThanOrEqualTo(0.9);
    }

    private static double overlap(ForeignPictures.Sample sample) {
        return ButtonSearch.search(sample.image())
                .filter(found -> found.confidence() >= SegmentStartButton.DEFAULT_THRESHOLD)
                .map(found -> found.shape().box().overlap(sample.button().orElseThrow()))
                .orElse(0.0);
    }

    private static void assertNothingFound(int count, int width) {
        for (int seed = 0; seed < count; seed++) {
            var sample = ForeignPictures.withoutButton(seed, width);
            double confidence = ButtonSearch.search(sample.image())
                    .map(ButtonSearch.Finding::confidence)
                    .orElse(0.0);

            assertThat(confidence).as(sample.description()).isLessThan(SegmentStartButton.DEFAULT_THRESHOLD);
        }
    }
}
