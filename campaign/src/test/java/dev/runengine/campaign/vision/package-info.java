/** Finding buttons in pictures of many makers. */
@NullMarked
package dev.runengine.campaign.vision;

import org.jspecify.annotations.NullMarked;
