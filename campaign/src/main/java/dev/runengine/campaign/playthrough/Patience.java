package dev.runengine.campaign.playthrough;

import java.time.Duration;

/**
 * How long is waited for what.
 *
 * @param browser until one of the few browsers is free, and again until it has started
 * @param answer of the page to a single question
 * @param load until the page has loaded, and again until the game shows its intro
 * @param play from the start button to the end of a play, at the game's pace under ?qa=1
 * @param whole for all plays together
 */
public record Patience(Duration browser, Duration answer, Duration load, Duration play, Duration whole) {
    /** Together less than the two minutes that validating a bundle may take. */
    public static final Patience USUAL = new Patience(
            Duration.ofSeconds(20),
            Duration.ofSeconds(8),
            Duration.ofSeconds(20),
            Duration.ofSeconds(30),
            Duration.ofSeconds(75));
}
