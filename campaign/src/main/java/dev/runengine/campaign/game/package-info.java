/** The game of a campaign: its configuration, the playable bundle, and the manifest of what belongs to it. */
@NullMarked
package dev.runengine.campaign.game;

import org.jspecify.annotations.NullMarked;
