/** A run on a terminal while it is under way. */
@NullMarked
package dev.runengine.cli.progress;

import org.jspecify.annotations.NullMarked;
