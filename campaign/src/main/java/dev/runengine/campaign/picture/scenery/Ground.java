package dev.runengine.campaign.picture.scenery;

import dev.runengine.campaign.color.Rgb;
import dev.runengine.campaign.paint.Ramp;
import dev.runengine.campaign.picture.stage.Palette;
import dev.runengine.campaign.picture.stage.Stage;
import dev.runengine.campaign.random.SplitMix;
import java.awt.Shape;
import java.awt.geom.Path2D;

/** Rolling land that fills the picture from a height down. */
final class Ground {
    private Ground() {}

    /**
     * One ridge.
     *
     * @param level where its middle lies, as a share of the height
     * @param swing how far it goes up and down, as a share of the unit
     */
    static Shape ridge(Stage stage, SplitMix random, double level, double swing) {
        double phase = random.nextDouble() * 6;
        double waves = random.between(1.2, 2);
        double base = level * stage.height();
        double step = Math.max(4, stage.unit() / 130);
        var ridge = new Path2D.Double();
        ridge.moveTo(-step, stage.height() + step);
        for (double x = -step; x <= stage.width() + step; x += step) {
            double t = x / stage.unit();
            ridge.lineTo(
                    x,
                    base
                            + swing
                                    * stage.unit()
                                    * (StrictMath.sin(phase + t * waves * StrictMath.PI)
                                            + 0.3 * StrictMath.sin(phase * 2 + t * 9)));
        }
        ridge.lineTo(stage.width() + step, stage.height() + step);
        ridge.closePath();
        return ridge;
    }

    /** Fills a ridge, lit along its top. */
    static void fill(Stage stage, Shape ridge, Rgb colour) {
        double top = ridge.getBounds2D().getMinY();
        stage.canvas()
                .shadow(
                        ridge,
                        -stage.unit() * 0.012,
                        stage.unit() * 0.02,
                        stage.palette().deep(),
                        0.22);
        stage.canvas()
                .fill(
                        ridge,
                        Ramp.of(Palette.lighter(colour, 0.22), colour, Palette.darker(colour, 0.18))
                                .vertical(top, stage.height()));
    }
}
