/** The campaign pack: from a creative brief to a playable game. */
@NullMarked
package dev.runengine.campaign;

import org.jspecify.annotations.NullMarked;
