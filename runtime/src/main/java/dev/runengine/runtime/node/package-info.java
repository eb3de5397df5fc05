/** A node: the engine and its worker, put together from ports. */
@NullMarked
package dev.runengine.runtime.node;

import org.jspecify.annotations.NullMarked;
