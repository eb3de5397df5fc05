package dev.runengine.campaign.validation;

import org.jspecify.annotations.Nullable;

/**
 * Something wrong with a bundle.
 *
 * @param code for programs
 * @param message for people, at most {@value #LONGEST} characters
 * @param file its path in the bundle
 * @param suggestion what to do about it
 */
public record Issue(
        String code,
        String message,
        Severity severity,
        Check category,
        @Nullable String file,
        @Nullable String suggestion) {
    private static final int LONGEST = 500;
    private static final int LONGEST_PATH = 200;

    public Issue {
        message = cut(message, LONGEST);
        file = file == null || file.isEmpty() ? null : cut(file, LONGEST_PATH);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 3) + "...";
    }
}
