@NullMarked
package dev.runengine.campaign.audio.signal;

import org.jspecify.annotations.NullMarked;
