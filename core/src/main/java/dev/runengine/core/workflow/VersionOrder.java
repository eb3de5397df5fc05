package dev.runengine.core.workflow;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Orders versions by precedence; missing numbers count as 0, and what follows a {@code +} does not count.
 *
 * @see <a href="https://semver.org/spec/v2.0.0.html#spec-item-11">Semantic Versioning 2.0.0, item 11</a>
 */
final class VersionOrder {
    private static final Pattern VERSION =
            Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9}){0,2}(-[0-9A-Za-z.-]{1,40})?(\\+[0-9A-Za-z.-]{1,40})?");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    static final Comparator<String> BY_PRECEDENCE = VersionOrder::compare;

    private VersionOrder() {}

    static void requireVersion(String version) {
        if (!VERSION.matcher(version).matches()) {
            throw new IllegalArgumentException("a version looks like 1.2.0 or 2.0.0-beta.1, not \"" + version + "\"");
        }
    }

    static boolean isPreRelease(String version) {
        return !preRelease(version).isEmpty();
    }

    private static int compare(String a, String b) {
        int byNumbers = Arrays.compare(numbers(a), numbers(b));
        return byNumbers != 0 ? byNumbers : comparePreReleases(preRelease(a), preRelease(b));
    }

    private static int[] numbers(String version) {
        var parts = version.split("[-+]", 2)[0].split("\\.");
        var numbers = new int[3];
        for (int i = 0; i < parts.length; i++) {
            numbers[i] = Integer.parseInt(parts[i]);
        }
        return numbers;
    }

    private static List<String> preRelease(String version) {
        var precedence = version.split("\\+", 2)[0];
        int dash = precedence.indexOf('-');
        return dash < 0 ? List.of() : List.of(precedence.substring(dash + 1).split("\\."));
    }

    /** A release comes after its pre-releases; of those, the one with more identifiers after the common ones. */
    private static int comparePreReleases(List<String> a, List<String> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return Boolean.compare(a.isEmpty(), b.isEmpty());
        }
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            int order = compareIdentifiers(a.get(i), b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.size(), b.size());
    }

    private static int compareIdentifiers(String a, String b) {
        boolean aIsNumber = NUMBER.matcher(a).matches();
        boolean bIsNumber = NUMBER.matcher(b).matches();
        if (aIsNumber && bIsNumber) {
            return Long.compare(Long.parseLong(a), Long.parseLong(b));
        }
        return aIsNumber == bIsNumber ? a.compareTo(b) : Boolean.compare(bIsNumber, aIsNumber);
    }
}
