/** The engine as a library: trigger, update, look, cancel, retry. */
@NullMarked
package dev.runengine.runtime.engine;

import org.jspecify.annotations.NullMarked;
