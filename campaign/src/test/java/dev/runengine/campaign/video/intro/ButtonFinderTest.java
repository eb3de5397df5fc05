package dev.runengine.campaign.video.intro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.runengine.campaign.video.Pictures;
import java.awt.geom.Rectangle2D;
import org.junit.jupiter.api.Test;

class ButtonFinderTest {
    private static final Rectangle2D BUTTON = new Rectangle2D.Double(108, 780, 324, 84);

    @Test
    void aPillInTheLowerHalfIsFound() {
        var found = ButtonFinder.find(Pictures.withButton(540, 960, BUTTON)).orElseThrow();
        assertThat(found.getCenterX()).isCloseTo(BUTTON.getCenterX(), within(6.0));
        assertThat(found.getCenterY()).isCloseTo(BUTTON.getCenterY(), within(8.0));
        assertThat(found.getWidth()).isCloseTo(BUTTON.getWidth(), within(16.0));
        assertThat(found.getHeight()).isCloseTo(BUTTON.getHeight(), within(16.0));
    }

    @Test
    void aPictureWithoutOneHasNone() {
        assertThat(ButtonFinder.find(Pictures.withoutButton(540, 960))).isEmpty();
        assertThat(ButtonFinder.find(Pictures.withoutButton(64, 64))).isEmpty();
    }
}
