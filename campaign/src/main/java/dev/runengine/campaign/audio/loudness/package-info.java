/** Loudness by ITU-R BS.1770-4, true peaks, and the gain and limiter that bring a sound to a target. */
@NullMarked
package dev.runengine.campaign.audio.loudness;

import org.jspecify.annotations.NullMarked;
