package dev.runengine.campaign.intelligence;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The advice in a few sentences. */
final class Summary {
    private Summary() {}

    static String of(Case subject) {
        var reading = subject.reading();
        return "%s in a %s setting: %s, of %s difficulty%s. %s %% of the plays win. %s"
                .formatted(
                        reading.game().template().name(),
                        reading.theme().name(),
                        reading.mood(),
                        reading.difficulty().level(),
                        subject.audience().map(audience -> ", for " + audience).orElse(""),
                        percent(subject.winProbability()),
                        prize(subject));
    }

    /** To a tenth, without trailing zeros: {@code 35}, {@code 0.5}. */
    static String percent(double probability) {
        return BigDecimal.valueOf(probability * 100)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String prize(Case subject) {
        return subject.prizes().prizes().stream()
                .findFirst()
                .map(first -> "Grand prize: " + first.name() + ".")
                .orElse("No prize is named.");
    }
}
