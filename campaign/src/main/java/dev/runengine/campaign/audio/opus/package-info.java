/** Ogg Opus files whose decoded length is the length that was encoded, to the sample. */
@NullMarked
package dev.runengine.campaign.audio.opus;

import org.jspecify.annotations.NullMarked;
