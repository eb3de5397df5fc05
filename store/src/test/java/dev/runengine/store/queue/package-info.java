/** Claims and leases, on a real database. */
@NullMarked
package dev.runengine.store.queue;

import org.jspecify.annotations.NullMarked;
