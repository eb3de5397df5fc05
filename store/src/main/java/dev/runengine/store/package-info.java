/** The engine's ports on PostgreSQL, behind one door. */
@NullMarked
package dev.runengine.store;

import org.jspecify.annotations.NullMarked;
