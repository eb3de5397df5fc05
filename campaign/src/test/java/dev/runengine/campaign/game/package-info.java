/** What a game promises. */
@NullMarked
package dev.runengine.campaign.game;

import org.jspecify.annotations.NullMarked;
