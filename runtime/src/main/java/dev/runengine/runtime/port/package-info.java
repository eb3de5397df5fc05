/** What the engine needs of the world, as interfaces. Each has a contract suite that every adapter passes. */
@NullMarked
package dev.runengine.runtime.port;

import org.jspecify.annotations.NullMarked;
