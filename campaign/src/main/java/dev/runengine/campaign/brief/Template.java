package dev.runengine.campaign.brief;

import java.util.List;

/**
 * A game that can be played.
 *
 * @param instant over in seconds, whatever the player does
 * @param why it is a good game
 */
public record Template(String id, String name, boolean instant, List<String> words, String why) {}
