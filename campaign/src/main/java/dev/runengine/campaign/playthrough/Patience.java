package dev.runengine.campaign.playthrough;

import java.time.Duration;

/**
 * How long is waited for what.
 *
 * @param browser until one of the few browsers is free
 * @param answer of the page to a single question
 * @param load until the game shows its intro
 * @param play from the start button to the end of a play, at the game's pace under ?qa=1
 */
public record Patience(Duration browser, Duration answer, Duration load, Duration play) {
    public static final Patience USUAL = new Patience(
            Duration.ofSeconds(45), Duration.ofSeconds(10), Duration.ofSeconds(15), Duration.ofSeconds(20));
}
