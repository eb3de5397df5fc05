package dev.runengine.campaign.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.runengine.campaign.color.OkLab;
import dev.runengine.campaign.color.Rgb;
import dev.runengine.campaign.paint.Canvas;
import java.awt.geom.Rectangle2D;
import org.junit.jupiter.api.Test;

class ImagePaletteTest {
    private static final Rgb RED = new Rgb(0xd32f2f);
    private static final Rgb BLUE = new Rgb(0x1565c0);

    @Test
    void theColoursOfAPictureComeWithTheirShares() {
        try (var canvas = Canvas.opaque(300, 200)) {
            canvas.fill(new Rectangle2D.Double(0, 0, 300, 200), RED);
            canvas.fill(new Rectangle2D.Double(0, 0, 75, 200), BLUE);

            var swatches = ImagePalette.of(canvas.image(), 2);

            assertThat(swatches).hasSize(2);
            assertThat(distance(swatches.getFirst().colour(), RED)).isLessThan(0.02);
            assertThat(swatches.getFirst().share()).isCloseTo(0.75, within(0.02));
            assertThat(distance(swatches.getLast().colour(), BLUE)).isLessThan(0.02);
        }
    }

    @Test
    void aPictureOfOneColourHasOneColour() {
        try (var canvas = Canvas.opaque(50, 50)) {
            canvas.fill(new Rectangle2D.Double(0, 0, 50, 50), BLUE);

            var swatches = ImagePalette.of(canvas.image(), 8);

            assertThat(swatches).hasSize(1);
            assertThat(swatches.getFirst().share()).isEqualTo(1);
        }
    }

    @Test
    void thePaletteIsTheSameEveryTime() {
        var image = ForeignPictures.withButton(5, 300).image();

        assertThat(ImagePalette.of(image, 8)).isEqualTo(ImagePalette.of(image, 8));
    }

    private static double distance(Rgb one, Rgb other) {
        return OkLab.of(one).distance(OkLab.of(other));
    }
}
