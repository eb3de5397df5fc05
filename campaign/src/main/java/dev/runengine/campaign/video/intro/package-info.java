/** Any picture as an endless loop: a card that moves before a camera, in light and particles. */
@NullMarked
package dev.runengine.campaign.video.intro;

import org.jspecify.annotations.NullMarked;
