/** The program behind {@code run-engine}. */
@NullMarked
package dev.runengine.app;

import org.jspecify.annotations.NullMarked;
