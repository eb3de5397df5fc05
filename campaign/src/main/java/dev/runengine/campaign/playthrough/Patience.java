package dev.runengine.campaign.playthrough;

import java.time.Duration;

/**
 * How long is waited for what. All of it together stays below the time limit of the skill that plays.
 *
 * @param browser until one of the few browsers is free
 * @param answer of the page to a single question
 * @param load until the page has loaded, and again until the game shows its intro
 * @param play from the start button to the end of a play, at the game's pace under ?qa=1
 */
public record Patience(Duration browser, Duration answer, Duration load, Duration play) {
    public static final Patience USUAL =
            new Patience(Duration.ofSeconds(30), Duration.ofSeconds(8), Duration.ofSeconds(15), Duration.ofSeconds(20));
}
