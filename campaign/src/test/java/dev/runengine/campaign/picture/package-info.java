/** Intro pictures, and that their buttons are found. */
@NullMarked
package dev.runengine.campaign.picture;

import org.jspecify.annotations.NullMarked;
