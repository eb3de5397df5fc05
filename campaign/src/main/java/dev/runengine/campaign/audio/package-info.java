/** The three audio skills: background music, sound effects, and the mix that a game plays. */
@NullMarked
package dev.runengine.campaign.audio;

import org.jspecify.annotations.NullMarked;
