/** Forgetting what PostgreSQL need not keep any longer. */
@NullMarked
package dev.runengine.store.retention;

import org.jspecify.annotations.NullMarked;
