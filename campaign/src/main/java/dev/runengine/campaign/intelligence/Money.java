package dev.runengine.campaign.intelligence;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A sum of money in a text. @param budget whether it is all there is to spend, not the value of a prize */
record Money(double amount, boolean budget) {
    private static final double MOST = 1_000_000;
    private static final String AMOUNT = "(\\d{1,3}(?:[., ]\\d{3})+|\\d{1,7})(?:[.,]\\d{1,2})?";
    private static final String CURRENCY = "(?:€|\\$|£|eur|euros?|usd|dollars?|gbp|pounds?|chf)";
    private static final Pattern SUM = Pattern.compile("(?iu)(budget\\D{0,20}?)?(?<![\\w#.,])(?:" + CURRENCY + "\\s?"
            + AMOUNT + "|" + AMOUNT + "\\s?" + CURRENCY + "(?!\\p{L}))(\\s*budget)?");

    /** In the order in which they stand there; cents are left out. */
    static List<Money> in(String text) {
        return SUM.matcher(text).results().map(Money::of).toList();
    }

    private static Money of(MatchResult sum) {
        var digits = sum.group(2) == null ? sum.group(3) : sum.group(2);
        return new Money(value(digits), sum.group(1) != null || sum.group(4) != null);
    }

    private static double value(String digits) {
        return Math.min(MOST, Double.parseDouble(digits.replaceAll("\\D", "")));
    }
}
