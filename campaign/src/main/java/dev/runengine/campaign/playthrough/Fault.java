package dev.runengine.campaign.playthrough;

import java.util.Comparator;

/**
 * Something a player would suffer from.
 *
 * @param file in the bundle; empty when no single file is to blame
 * @param grave whether the game is broken, else it is only not clean
 */
public record Fault(String code, String message, String file, boolean grave) implements Comparable<Fault> {
    private static final Comparator<Fault> ORDER = Comparator.comparing((Fault fault) -> !fault.grave)
            .thenComparing(Fault::code)
            .thenComparing(Fault::file)
            .thenComparing(Fault::message);

    static Fault ofGame(String code, String message) {
        return new Fault(code, message, "", true);
    }

    @Override
    public int compareTo(Fault other) {
        return ORDER.compare(this, other);
    }
}
