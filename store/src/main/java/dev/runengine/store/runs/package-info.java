/** Runs in PostgreSQL: recording new ones, resuming, looking at them. */
@NullMarked
package dev.runengine.store.runs;

import org.jspecify.annotations.NullMarked;
