/** Motion on pixels: moving a picture like a card before a camera, light, sprites, and the curves of movement. */
@NullMarked
package dev.runengine.campaign.effects;

import org.jspecify.annotations.NullMarked;
