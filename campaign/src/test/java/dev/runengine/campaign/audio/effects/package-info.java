@NullMarked
package dev.runengine.campaign.audio.effects;

import org.jspecify.annotations.NullMarked;
