@NullMarked
package dev.runengine.campaign.audio.loudness;

import org.jspecify.annotations.NullMarked;
