package dev.runengine.campaign.brief;

import dev.runengine.campaign.brief.Lexicon.Colour;
import dev.runengine.campaign.color.Rgb;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the colours a brief states: by part ({@code palette.primary}), as {@code #RRGGBB}, or as words. */
record StatedColours(List<Colour> lexicon) {
    private static final Pattern HEX = Pattern.compile("#[0-9a-fA-F]{6}\\b");

    private record Found(int position, Rgb colour) {}

    /** Colours by part come first; the others follow in the order in which they stand in the text. */
    StatedScheme in(Brief brief) {
        var listed = listed(brief);
        var inText = StatedScheme.inOrder(listed);
        var primary = part(brief, "primary").or(inText::primary);
        var secondary = part(brief, "secondary").or(inText::secondary);
        var accent = part(brief, "accent").or(inText::accent);
        var background = part(brief, "background").or(inText::background);
        var all = Stream.concat(
                        listed.stream(),
                        Stream.of(primary, secondary, accent, background).flatMap(Optional::stream))
                .distinct()
                .toList();
        return new StatedScheme(primary, secondary, accent, background, all);
    }

    private static Optional<Rgb> part(Brief brief, String part) {
        return brief.member(
                        part,
                        "palette." + part,
                        "colors." + part,
                        "color_scheme." + part,
                        "colours." + part,
                        part + "_color")
                .flatMap(Rgb::parse);
    }

    private List<Rgb> listed(Brief brief) {
        if (brief.member("palette.primary", "colors.primary", "color_scheme.primary", "colours.primary")
                .isPresent()) {
            return List.of();
        }
        var hex = HEX.matcher(brief.text())
                .results()
                .flatMap(m -> Rgb.parse(m.group()).stream())
                .distinct()
                .toList();
        return hex.isEmpty() ? named(brief.words()) : hex;
    }

    private List<Rgb> named(Words words) {
        var found = new ArrayList<Found>();
        for (var colour : lexicon) {
            colour.words().stream()
                    .mapToInt(words::position)
                    .filter(position -> position >= 0)
                    .min()
                    .ifPresent(position -> found.add(
                            new Found(position, Rgb.parse(colour.hex()).orElseThrow())));
        }
        return found.stream()
                .sorted(Comparator.comparingInt(Found::position))
                .map(Found::colour)
                .toList();
    }
}
