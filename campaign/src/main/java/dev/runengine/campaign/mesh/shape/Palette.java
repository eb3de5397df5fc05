package dev.runengine.campaign.mesh.shape;

import dev.runengine.campaign.color.Rgb;

/** The colours of a campaign, and the ones a prize derives from them. */
public record Palette(Rgb primary, Rgb secondary, Rgb accent, Rgb background) {
    private static final Rgb GOLD = new Rgb(0xffc42e);
    private static final Rgb IVORY = new Rgb(0xfff6e6);

    /** Gold that leans towards the accent, so that it belongs to the campaign and still reads as gold. */
    Rgb gold() {
        return GOLD.mix(accent, 0.25);
    }

    Rgb deepGold() {
        return gold().mix(Rgb.BLACK, 0.25);
    }

    Rgb ivory() {
        return IVORY.mix(primary, 0.06);
    }

    /** For plinths and soles. */
    Rgb shade() {
        return primary.mix(new Rgb(0x15121c), 0.65);
    }
}
