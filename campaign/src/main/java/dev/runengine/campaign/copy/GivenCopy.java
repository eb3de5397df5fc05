package dev.runengine.campaign.copy;

import dev.runengine.campaign.brief.Brief;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The texts that a brief gives word for word: as a member, within {@code copy}, or in the text as {@code CTA: "Go"}. */
record GivenCopy(Brief brief) {
    private static final int HEADLINE_MAX = 60;

    Optional<String> of(CopyType type) {
        return first(type, name -> brief.member(name, "copy." + name, "brief." + name, "brief.copy." + name))
                .or(() -> first(type, this::labelled))
                .or(() -> type == CopyType.HEADLINE ? title() : Optional.empty());
    }

    private static Optional<String> first(CopyType type, Function<String, Optional<String>> search) {
        return type.names().stream().map(search).flatMap(Optional::stream).findFirst();
    }

    /** A title that is short enough is the headline. */
    private Optional<String> title() {
        return brief.member("title", "brief.title")
                .filter(title -> title.codePointCount(0, title.length()) <= HEADLINE_MAX)
                .filter(GivenCopy::hasWords);
    }

    /** A title of symbols alone is no line to put above a game: most of them no font can draw. */
    private static boolean hasWords(String title) {
        return title.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    private Optional<String> labelled(String label) {
        var quoted = Pattern.compile(
                "(?iu)\\b" + Pattern.quote(label) + "\\s*(?:[:=]|is)?\\s*[\"“„«]([^\"”“»\\n]{1,200})[\"”“»]");
        var open = Pattern.compile("(?iu)\\b" + Pattern.quote(label) + "\\s*[:=]\\s*([^\\s\"“„«][^\\n;]{0,200})");
        return Stream.of(quoted, open)
                .map(pattern -> pattern.matcher(brief.text()))
                .filter(matcher -> matcher.find())
                .map(matcher -> matcher.group(1).strip())
                .filter(Predicate.not(String::isBlank))
                .findFirst();
    }
}
