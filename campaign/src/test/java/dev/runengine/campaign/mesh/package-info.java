/** The behaviour of the skills for 3D models. */
@NullMarked
package dev.runengine.campaign.mesh;

import org.jspecify.annotations.NullMarked;
