/** The ports in memory: the reference adapters, and an engine for tests. */
@NullMarked
package dev.runengine.runtime.memory;

import org.jspecify.annotations.NullMarked;
