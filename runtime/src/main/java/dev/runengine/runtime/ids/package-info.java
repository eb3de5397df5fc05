/** Identifiers the engine makes. */
@NullMarked
package dev.runengine.runtime.ids;

import org.jspecify.annotations.NullMarked;
