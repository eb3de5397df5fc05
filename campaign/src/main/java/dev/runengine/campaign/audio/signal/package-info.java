/** Sound as an endless stereo stream that is pulled block by block, so that a long track needs no memory. */
@NullMarked
package dev.runengine.campaign.audio.signal;

import org.jspecify.annotations.NullMarked;
