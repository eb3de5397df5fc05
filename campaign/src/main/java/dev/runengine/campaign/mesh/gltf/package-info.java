/** Models in the binary form of glTF 2.0: read with suspicion, written with care. */
@NullMarked
package dev.runengine.campaign.mesh.gltf;

import org.jspecify.annotations.NullMarked;
