package dev.runengine.campaign.brief;

import dev.runengine.campaign.random.SplitMix;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Briefs of words from the lexicon, other words and signs, in any order. No colours: those may not be readable. */
public final class RandomBrief {
    private static final List<String> OTHER = List.of(
            "launch", "für", "déjà", "2026", "🎁", "win", "100%", "kids", "cta:", "\"Go!\"", "قهوة", "--", "\n", "{}");

    private RandomBrief() {}

    public static String of(SplitMix random) {
        var lexicon = Lexicon.SHIPPED;
        var words = Stream.of(
                        lexicon.themes().stream().flatMap(theme -> theme.words().stream()),
                        lexicon.templates().stream().flatMap(template -> template.words().stream()),
                        OTHER.stream())
                .flatMap(all -> all)
                .map(word -> word.replace("*", ""))
                .toList();
        return "Launch "
                + Stream.generate(() -> random.pick(words))
                        .limit(random.nextInt(12))
                        .collect(Collectors.joining(" "));
    }
}
