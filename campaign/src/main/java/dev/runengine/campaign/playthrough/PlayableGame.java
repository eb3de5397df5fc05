package dev.runengine.campaign.playthrough;

import java.nio.file.Path;
import java.util.Map;

/**
 * A game as it is served: its files by their path in the bundle.
 *
 * @param winProbability the chance it is configured with, 0 to 1
 * @param skill whether a player can fail whatever the chance
 */
public record PlayableGame(Map<String, Path> files, String entryPoint, double winProbability, boolean skill) {
    public PlayableGame {
        files = Map.copyOf(files);
    }
}
