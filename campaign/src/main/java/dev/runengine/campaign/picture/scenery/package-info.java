/** The places a picture can show, from the sky down to the ground. */
@NullMarked
package dev.runengine.campaign.picture.scenery;

import org.jspecify.annotations.NullMarked;
