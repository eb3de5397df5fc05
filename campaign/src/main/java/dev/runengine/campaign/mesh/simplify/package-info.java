/** Meshes made lighter by the meshoptimizer library, which runs in a child JVM. */
@NullMarked
package dev.runengine.campaign.mesh.simplify;

import org.jspecify.annotations.NullMarked;
