/** Drawing without a window: canvases, lettering, motif shapes, gradients and noise, the same on every run. */
@NullMarked
package dev.runengine.campaign.paint;

import org.jspecify.annotations.NullMarked;
