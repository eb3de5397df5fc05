/** Looking up results: the hot tier in process, the cold tier in PostgreSQL. */
@NullMarked
package dev.runengine.store.cache;

import org.jspecify.annotations.NullMarked;
