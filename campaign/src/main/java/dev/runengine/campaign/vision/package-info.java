/** Looking at pictures: where the start button is. */
@NullMarked
package dev.runengine.campaign.vision;

import org.jspecify.annotations.NullMarked;
