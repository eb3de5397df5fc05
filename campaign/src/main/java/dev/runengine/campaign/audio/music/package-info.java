/** Background music: styles, harmony, form and melody, written as a score for the sequencer. */
@NullMarked
package dev.runengine.campaign.audio.music;

import org.jspecify.annotations.NullMarked;
