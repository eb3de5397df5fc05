/** How a game ends, as short scenes: confetti for a win, rain and a kind word for a loss. */
@NullMarked
package dev.runengine.campaign.video.outcome;

import org.jspecify.annotations.NullMarked;
