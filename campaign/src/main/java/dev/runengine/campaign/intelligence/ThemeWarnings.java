package dev.runengine.campaign.intelligence;

import dev.runengine.campaign.brief.StatedScheme;
import dev.runengine.campaign.brief.Words;
import dev.runengine.campaign.color.Contrast;
import dev.runengine.campaign.color.Rgb;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What is wrong with the look that is asked for. */
final class ThemeWarnings {
    private ThemeWarnings() {}

    static Stream<String> excluded(Case subject) {
        var reading = subject.reading();
        if (reading.theme() != reading.wishedTheme()) {
            return Stream.of("The brief asks for the theme %s, which excluded_themes rules out; %s is used instead."
                    .formatted(reading.wishedTheme().name(), reading.theme().name()));
        }
        return subject.limits().excludedThemes().stream()
                .filter(excluded -> subject.brief()
                        .words()
                        .contains(Words.of(excluded).spaced().strip()))
                .map(excluded -> "The brief speaks of \"" + excluded
                        + "\", which excluded_themes rules out; take it out of one of the two.");
    }

    static Stream<String> colours(Case subject) {
        return Stream.concat(unreadable(subject), unknown(subject));
    }

    private static Stream<String> unreadable(Case subject) {
        var background = subject.reading().colours().background();
        return parts(subject.reading().stated()).entrySet().stream()
                .flatMap(part -> part.getValue().stream().map(colour -> Map.entry(part.getKey(), colour)))
                .filter(part -> part.getValue().contrast(background) < Contrast.SHAPES)
                .sorted(Map.Entry.comparingByKey())
                .map(part ->
                        "The %s colour %s has a contrast of %s to 1 to the background %s; shapes need 3 to 1 (WCAG 2.2)."
                                .formatted(
                                        part.getKey(),
                                        part.getValue().hex(),
                                        String.format(
                                                Locale.ROOT,
                                                "%.1f",
                                                part.getValue().contrast(background)),
                                        background.hex()));
    }

    private static Map<String, Optional<Rgb>> parts(StatedScheme stated) {
        return Map.of("primary", stated.primary(), "secondary", stated.secondary(), "accent", stated.accent());
    }

    /** A member that is there to give a colour but gives none that can be read. */
    private static Stream<String> unknown(Case subject) {
        return Stream.of("primary", "secondary", "accent", "background")
                .flatMap(part -> Stream.of("palette.", "colors.", "color_scheme.", "colours.")
                        .flatMap(home -> subject.brief().member(home + part).stream())
                        .filter(colour -> Rgb.parse(colour).isEmpty())
                        .map(_ -> "The " + part + " colour of the brief is not read: write it as #RRGGBB."));
    }
}
