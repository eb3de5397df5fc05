/** A real PostgreSQL for tests: one server per JVM, a database of its own for each test. */
@NullMarked
package dev.runengine.store.testing;

import org.jspecify.annotations.NullMarked;
