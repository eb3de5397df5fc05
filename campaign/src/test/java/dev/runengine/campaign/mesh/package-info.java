@NullMarked
package dev.runengine.campaign.mesh;

import org.jspecify.annotations.NullMarked;
