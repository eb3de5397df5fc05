/** The queue of runs: looking at it, holding it, letting delayed runs start. */
@NullMarked
package dev.runengine.server.queue;

import org.jspecify.annotations.NullMarked;
