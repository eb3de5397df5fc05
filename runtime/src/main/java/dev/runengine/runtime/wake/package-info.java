/** Waking a thread that waits. */
@NullMarked
package dev.runengine.runtime.wake;

import org.jspecify.annotations.NullMarked;
