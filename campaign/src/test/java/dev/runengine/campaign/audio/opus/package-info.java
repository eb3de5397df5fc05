@NullMarked
package dev.runengine.campaign.audio.opus;

import org.jspecify.annotations.NullMarked;
