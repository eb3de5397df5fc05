package dev.runengine.campaign.picture;

import dev.runengine.campaign.paint.Motif;
import dev.runengine.campaign.picture.hero.Hero;
import dev.runengine.campaign.picture.scenery.Scene;
import dev.runengine.campaign.picture.stage.Palette;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

/**
 * Everything a picture shows, decided.
 *
 * @param headline empty for none, as is the subtext
 * @param logo of the brand, if it gave one
 */
record IntroBrief(
        Scene scene,
        Hero hero,
        List<Motif> motifs,
        Palette palette,
        Style style,
        Mood mood,
        String headline,
        String subtext,
        String callToAction,
        Optional<BufferedImage> logo,
        long seed) {}
