package dev.runengine.campaign.video.outcome;

import dev.runengine.campaign.color.Rgb;
import dev.runengine.campaign.paint.Motif;
import java.util.List;
import java.util.Optional;

/**
 * What a scene tells.
 *
 * @param title in any language; empty for none
 * @param subtitle below the title
 * @param titleColour if it is not to be the palette's choice
 * @param titlePlace the middle of the title, as a share of the height
 * @param motifs of the campaign, the first one is shown large; at least one
 */
public record Story(
        String title,
        Optional<String> subtitle,
        Optional<Rgb> titleColour,
        double titlePlace,
        Palette palette,
        List<Motif> motifs,
        long seed) {
    public Story {
        motifs = List.copyOf(motifs);
        if (motifs.isEmpty()) {
            throw new IllegalArgumentException("a scene needs a motif to show");
        }
    }

    /** The middle of the large motif, as a share of the height: where the title leaves most room. */
    double emblemPlace() {
        if (titlePlace < 0.4) {
            return 0.65;
        }
        return titlePlace < 0.6 ? 0.2 : 0.32;
    }
}
