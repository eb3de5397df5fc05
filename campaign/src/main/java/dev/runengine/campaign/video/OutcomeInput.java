package dev.runengine.campaign.video;

import dev.runengine.campaign.color.Rgb;
import dev.runengine.campaign.paint.Motif;
import dev.runengine.campaign.video.outcome.Palette;
import dev.runengine.campaign.video.outcome.Story;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The input of both outcome videos; each has its own text. */
record OutcomeInput(
        @Nullable String winText,
        @Nullable String loseText,
        @Nullable String prompt,
        @Nullable Theme theme,
        @Nullable TextOverlay textOverlay,
        @Nullable VideoSpecs specs,
        @Nullable Long seed) {
    private static final double TOP = 0.25;
    private static final double CENTRE = 0.52;
    private static final double BOTTOM = 0.72;

    record Theme(
            @Nullable String name,
            @Nullable String mood,
            @Nullable PaletteColours palette,
            List<String> motifs) {}

    record PaletteColours(
            @Nullable String primary,
            @Nullable String secondary,
            @Nullable String accent,
            @Nullable String background) {

        Palette over(Palette usual) {
            return new Palette(
                    colour(primary).orElse(usual.primary()),
                    colour(secondary).orElse(usual.secondary()),
                    colour(accent).orElse(usual.accent()),
                    colour(background).orElse(usual.background()));
        }
    }

    record TextOverlay(
            @Nullable String position,
            @Nullable String color,
            @Nullable String subtitle) {
        double place() {
            return switch (position) {
                case "center" -> CENTRE;
                case "bottom" -> BOTTOM;
                case null, default -> TOP;
            };
        }
    }

    /** @param motif to show when the theme has none that can be drawn */
    Story story(String title, Motif motif) {
        var overlay = Objects.requireNonNullElse(textOverlay, new TextOverlay(null, null, null));
        return new Story(
                title,
                Optional.ofNullable(overlay.subtitle()),
                colour(overlay.color()),
                overlay.place(),
                palette(),
                motifs(motif),
                effectiveSeed());
    }

    /** The given seed, or one that follows from all of the input. */
    long effectiveSeed() {
        return Seed.of(seed, this);
    }

    private Palette palette() {
        return theme == null || theme.palette() == null
                ? Palette.USUAL
                : theme.palette().over(Palette.USUAL);
    }

    private List<Motif> motifs(Motif usual) {
        var named = theme == null
                ? List.<Motif>of()
                : theme.motifs().stream()
                        .flatMap(name -> Motif.named(name).stream())
                        .toList();
        return named.isEmpty() ? Stream.of(usual).toList() : named;
    }

    private static Optional<Rgb> colour(@Nullable String hex) {
        return hex == null ? Optional.empty() : Rgb.parse(hex);
    }
}
