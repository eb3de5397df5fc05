/** RIFF WAVE files, read and written as streams. */
@NullMarked
package dev.runengine.campaign.audio.wav;

import org.jspecify.annotations.NullMarked;
