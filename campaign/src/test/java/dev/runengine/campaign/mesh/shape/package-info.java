@NullMarked
package dev.runengine.campaign.mesh.shape;

import org.jspecify.annotations.NullMarked;
