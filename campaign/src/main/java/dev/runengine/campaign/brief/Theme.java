package dev.runengine.campaign.brief;

import java.util.List;

/**
 * A world a campaign can be set in.
 *
 * @param hues of primary, secondary and accent, in degrees of OKLCH
 */
public record Theme(
        String id,
        List<String> words,
        List<Double> hues,
        boolean dark,
        String genre,
        String mood,
        int bpm,
        String tone,
        List<String> motifs,
        String scene,
        Prize prize) {

    public record Prize(String name, String motif, String look) {}

    /** As people say it: {@code retro arcade}. */
    public String name() {
        return id.replace('_', ' ');
    }
}
