@NullMarked
package dev.runengine.campaign.audio.wav;

import org.jspecify.annotations.NullMarked;
