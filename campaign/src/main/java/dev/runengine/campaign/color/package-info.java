/** Colours in a perceptual space. */
@NullMarked
package dev.runengine.campaign.color;

import org.jspecify.annotations.NullMarked;
