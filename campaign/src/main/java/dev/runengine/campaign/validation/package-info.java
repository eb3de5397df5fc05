/** Whether a game bundle is whole, safe and playable. */
@NullMarked
package dev.runengine.campaign.validation;

import org.jspecify.annotations.NullMarked;
