package dev.runengine.campaign.intelligence;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a person should know before the campaign is built; each says what to do about it. */
final class Warnings {
    private static final int MAX = 40;
    private static final List<Function<Case, Stream<String>>> CHECKS = List.of(
            ThemeWarnings::excluded,
            ThemeWarnings::colours,
            GameWarnings::game,
            GameWarnings::time,
            GameWarnings::features,
            OddsWarnings::prize,
            OddsWarnings::chance,
            AudienceWarnings::audience,
            AudienceWarnings::language,
            AudienceWarnings::brevity);

    private Warnings() {}

    static List<String> of(Case subject) {
        return CHECKS.stream()
                .flatMap(check -> check.apply(subject))
                .distinct()
                .limit(MAX)
                .toList();
    }
}
