package dev.runengine.cli.words;

import dev.runengine.client.wire.DifferenceView;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Values of a difference on one line. */
final class JsonShort {
    private static final int LONGEST = 40;

    private JsonShort() {}

    /** One line a difference, pointers aligned. */
    static List<String> lines(List<DifferenceView> differences) {
        int width = differences.stream()
                .mapToInt(place -> pointer(place).length())
                .max()
                .orElse(0);
        return differences.stream()
                .map(place -> "  %%-%ds  %%s -> %%s"
                        .formatted(width)
                        .formatted(pointer(place), text(place.before()), text(place.after())))
                .toList();
    }

    private static String pointer(DifferenceView place) {
        return place.pointer().isEmpty() ? "(the whole)" : place.pointer();
    }

    private static String text(@Nullable JsonNode value) {
        return value == null ? "(nothing)" : cut(value.toString());
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST - 3)) + "...";
    }
}
