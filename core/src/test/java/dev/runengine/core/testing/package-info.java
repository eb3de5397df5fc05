/** Workflows in a line a step, and runs played against the rules without a driver. */
@NullMarked
package dev.runengine.core.testing;

import org.jspecify.annotations.NullMarked;
