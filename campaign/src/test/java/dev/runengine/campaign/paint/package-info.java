/** The behaviour of drawing. */
@NullMarked
package dev.runengine.campaign.paint;

import org.jspecify.annotations.NullMarked;
