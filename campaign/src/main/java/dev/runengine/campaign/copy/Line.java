package dev.runengine.campaign.copy;

import java.util.regex.Pattern;

/** One line of text for a screen. */
final class Line {
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\s]+");

    private Line() {}

    static String clean(String text) {
        return CONTROL.matcher(text).replaceAll(" ").strip();
    }

    static String cut(String text, int max) {
        if (text.codePointCount(0, text.length()) <= max) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, max - 1)).strip() + "…";
    }
}
