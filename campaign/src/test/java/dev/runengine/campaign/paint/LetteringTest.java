package dev.runengine.campaign.paint;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LetteringTest {
    private static final Rectangle2D ROOM = new Rectangle2D.Double(40, 60, 500, 200);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Win",
                "Spin the wheel and win a whole year of free coffee at your favourite place in town",
                "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen",
                "Gewinne 🎉 groß!",
                "今すぐ回して賞品を当てよう",
                "العب الآن واربح",
                "שחקו עכשיו Spin & Win",
                "Wygraj kubek już dziś, żółw",
                "Крути колесо",
                "e\u0301\u200d\ufe0f\u202e mixed \u0007",
            })
    void theInkOfATextNeverLeavesItsRoom(String text) {
        for (var face : Typeface.values()) {
            var block = TextBlock.fit(text, face, ROOM, 120, 3);

            if (!block.isEmpty()) {
                assertThat(grown(ROOM).contains(block.shape().getBounds2D())).isTrue();
            }
        }
    }

    @Test
    void aShortTextIsAsLargeAsAskedAndALongOneTakesMoreLines() {
        assertThat(TextBlock.fit("Go!", Typeface.TITLE, ROOM, 90, 3).size()).isEqualTo(90);
        assertThat(TextBlock.fit("Spin the wheel of fortune today", Typeface.TITLE, ROOM, 90, 3)
                        .lines())
                .hasSizeGreaterThan(1);
    }

    @Test
    void aTextWithoutInkIsEmpty() {
        assertThat(TextBlock.fit("  ", Typeface.TITLE, ROOM, 90, 3).isEmpty()).isTrue();
        assertThat(TextBlock.fit("", Typeface.TITLE, ROOM, 90, 3).isEmpty()).isTrue();
    }

    @Test
    void aPictographThatNoFontHasIsLeftOutAndTheRestStays() {
        // A private use character: no font draws it.
        var drawn = Typeface.TITLE.inkBox("A\uE123B");

        assertThat(drawn).isEqualTo(Typeface.TITLE.inkBox("AB"));
    }

    @Test
    void hebrewIsSetFromRightToLeft() {
        // Yod is narrow and shin is wide: in reading order shin comes first, so it stands on the right.
        double yodOnTheLeft = Typeface.TEXT.inkBox("ש").getMinX();
        var word = Typeface.TEXT.outline("שיי");
        var reading = Typeface.TEXT.inkBox("ש").getWidth();

        assertThat(word.getBounds2D().getMaxX()).isGreaterThan(reading + yodOnTheLeft);
        assertThat(word.intersects(word.getBounds2D().getMaxX() - reading, -0.05, reading, 0.05))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(Motif.class)
    void everyMotifFillsItsCircleAndStaysInside(Motif motif) {
        var box = motif.shape(100).getBounds2D();

        assertThat(new Rectangle2D.Double(-103, -103, 206, 206).contains(box)).isTrue();
        assertThat(Math.max(box.getWidth(), box.getHeight())).isGreaterThan(150);
        assertThat(Motif.named(motif.id())).contains(motif);
    }

    private static Rectangle2D grown(Rectangle2D box) {
        return new Rectangle2D.Double(
                box.getX() - 0.01, box.getY() - 0.01, box.getWidth() + 0.02, box.getHeight() + 0.02);
    }
}
