/** Animations to WebM files: frames go as raw pictures to an encoder in a JVM of its own. */
@NullMarked
package dev.runengine.campaign.webm;

import org.jspecify.annotations.NullMarked;
