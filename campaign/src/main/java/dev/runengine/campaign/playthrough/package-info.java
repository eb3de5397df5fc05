/** A game played to its ends in a real browser, and what was seen of it. */
@NullMarked
package dev.runengine.campaign.playthrough;

import org.jspecify.annotations.NullMarked;
