@NullMarked
package dev.runengine.campaign.mesh.gltf;

import org.jspecify.annotations.NullMarked;
