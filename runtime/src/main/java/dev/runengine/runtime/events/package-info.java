/** Telling listeners what was committed. */
@NullMarked
package dev.runengine.runtime.events;

import org.jspecify.annotations.NullMarked;
