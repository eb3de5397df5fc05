package dev.runengine.campaign.picture.stage;

import dev.runengine.campaign.paint.Canvas;
import dev.runengine.campaign.paint.Motif;
import dev.runengine.campaign.random.SplitMix;
import java.util.List;

/**
 * A canvas and what is painted on it. Every layer draws its chances from a generator of its own, so that one layer
 * changing its mind moves nothing in the others.
 *
 * @param unit the length in pixels that stands for the width of a phone; sizes are shares of it
 */
public record Stage(Canvas canvas, Palette palette, List<Motif> motifs, double unit, long seed) {
    public Stage {
        motifs = List.copyOf(motifs);
        if (motifs.isEmpty()) {
            throw new IllegalArgumentException("a stage needs a motif");
        }
    }

    public SplitMix random(String layer) {
        return SplitMix.of(layer + ' ' + seed);
    }

    public double width() {
        return canvas.width();
    }

    public double height() {
        return canvas.height();
    }

    public Motif motif(int index) {
        return motifs.get(index % motifs.size());
    }
}
