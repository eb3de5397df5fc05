/** The default database: a PostgreSQL server that the program unpacks, starts, adopts and stops itself. */
@NullMarked
package dev.runengine.store.embedded;

import org.jspecify.annotations.NullMarked;
