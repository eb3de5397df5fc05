/** Models prizes as closed solids by spinning, sweeping and inflating curves. */
@NullMarked
package dev.runengine.campaign.mesh.shape;

import org.jspecify.annotations.NullMarked;
