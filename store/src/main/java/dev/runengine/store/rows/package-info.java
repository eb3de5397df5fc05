/** How values of the engine stand in columns, and how they are read back. */
@NullMarked
package dev.runengine.store.rows;

import org.jspecify.annotations.NullMarked;
