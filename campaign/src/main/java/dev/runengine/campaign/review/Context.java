package dev.runengine.campaign.review;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.runengine.campaign.color.Rgb;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the reviewer knows of the campaign beside the artifacts. */
record Context(
        @Nullable Palette palette,
        @Nullable Boolean expectsButton,
        @Nullable Target targetPlatform) {
    static final Context NONE = new Context(null, null, null);

    record Palette(
            @Nullable String primary,
            @Nullable String secondary,
            @Nullable String accent,
            @Nullable String background) {

        List<Rgb> colours() {
            return Stream.of(primary, secondary, accent, background)
                    .filter(Objects::nonNull)
                    .map(Rgb::parse)
                    .flatMap(Optional::stream)
                    .toList();
        }
    }

    /** What a file may weigh grows with the place where it is used. */
    enum Target {
        @JsonProperty("mobile")
        MOBILE(1),
        @JsonProperty("web")
        WEB(2.5),
        @JsonProperty("desktop")
        DESKTOP(6);

        private final double allowance;

        Target(double allowance) {
            this.allowance = allowance;
        }
    }

    List<Rgb> colours() {
        return palette == null ? List.of() : palette.colours();
    }

    boolean buttonExpected() {
        return Boolean.TRUE.equals(expectsButton);
    }

    /** A budget stated for phones, as large as it is where the campaign is played. */
    Scale budget(double good, double bad) {
        double allowance = target().allowance;
        return new Scale(bad * allowance, good * allowance);
    }

    Target target() {
        return targetPlatform == null ? Target.MOBILE : targetPlatform;
    }
}
