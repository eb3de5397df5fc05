@NullMarked
package dev.runengine.campaign.audio.music;

import org.jspecify.annotations.NullMarked;
