@NullMarked
package dev.runengine.campaign.audio;

import org.jspecify.annotations.NullMarked;
