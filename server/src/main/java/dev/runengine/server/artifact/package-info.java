/** Artifacts over HTTP: what they are, and their bytes. */
@NullMarked
package dev.runengine.server.artifact;

import org.jspecify.annotations.NullMarked;
