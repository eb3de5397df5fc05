/** The skills that make a 3D prize and make any 3D model light enough for a phone. */
@NullMarked
package dev.runengine.campaign.mesh;

import org.jspecify.annotations.NullMarked;
