/** The behaviour of reading and writing GLB files. */
@NullMarked
package dev.runengine.campaign.mesh.gltf;

import org.jspecify.annotations.NullMarked;
