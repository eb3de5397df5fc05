/** The behaviour of the modelled prizes. */
@NullMarked
package dev.runengine.campaign.mesh.shape;

import org.jspecify.annotations.NullMarked;
