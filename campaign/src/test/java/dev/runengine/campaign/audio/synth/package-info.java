@NullMarked
package dev.runengine.campaign.audio.synth;

import org.jspecify.annotations.NullMarked;
