/** The queue as a claim over runs, and the leases of workers. */
@NullMarked
package dev.runengine.store.queue;

import org.jspecify.annotations.NullMarked;
