package dev.runengine.cli.words;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Money as a person reads it: {@code 0.40}. The currency is the deployment's, and nobody tells which. */
public final class MoneyText {
    private MoneyText() {}

    /** @param micros millionths; what is less than a hundredth keeps two digits that count */
    public static String of(long micros) {
        var amount = BigDecimal.valueOf(micros, 6);
        int leadingZeros = amount.scale() - amount.precision();
        return amount.setScale(Math.clamp(leadingZeros + 2L, 2, 6), RoundingMode.HALF_UP)
                .toPlainString();
    }
}
