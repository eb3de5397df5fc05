/** Recording decisions: one statement, one round trip, every run guarded by its own fence. */
@NullMarked
package dev.runengine.store.journal;

import org.jspecify.annotations.NullMarked;
