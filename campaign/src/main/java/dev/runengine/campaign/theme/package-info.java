/** The look of a campaign, taken from a brief or a picture. */
@NullMarked
package dev.runengine.campaign.theme;

import org.jspecify.annotations.NullMarked;
