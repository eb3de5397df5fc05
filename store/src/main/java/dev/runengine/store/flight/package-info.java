/** Executions that several runs share, in PostgreSQL. */
@NullMarked
package dev.runengine.store.flight;

import org.jspecify.annotations.NullMarked;
