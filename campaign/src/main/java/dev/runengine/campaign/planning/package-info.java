/** Turns a brief into the plan of a campaign: theme, colours, game, copy, sound, pictures. */
@NullMarked
package dev.runengine.campaign.planning;

import org.jspecify.annotations.NullMarked;
