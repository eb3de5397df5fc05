/** Looking at pictures: where the start button is, and which colours they are made of. */
@NullMarked
package dev.runengine.campaign.vision;

import org.jspecify.annotations.NullMarked;
