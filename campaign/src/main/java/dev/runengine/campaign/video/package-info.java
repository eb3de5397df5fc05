/** The skills that make a campaign's videos. */
@NullMarked
package dev.runengine.campaign.video;

import org.jspecify.annotations.NullMarked;
