package dev.runengine.campaign.brief;

import dev.runengine.campaign.color.Rgb;
import java.util.List;
import java.util.Optional;

/**
 * The colours a brief states, by the part they play.
 *
 * @param colours all of them, also those that have no part
 */
public record StatedScheme(
        Optional<Rgb> primary,
        Optional<Rgb> secondary,
        Optional<Rgb> accent,
        Optional<Rgb> background,
        List<Rgb> colours) {

    /** The second colour is the accent: it is what buttons wear, so two brand colours both show. */
    static StatedScheme inOrder(List<Rgb> colours) {
        return new StatedScheme(nth(colours, 0), nth(colours, 2), nth(colours, 1), nth(colours, 3), colours);
    }

    private static Optional<Rgb> nth(List<Rgb> colours, int n) {
        return n < colours.size() ? Optional.of(colours.get(n)) : Optional.empty();
    }
}
