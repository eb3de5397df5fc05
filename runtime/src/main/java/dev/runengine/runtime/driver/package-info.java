/** Driving one run: events in, one commit a turn, then commands out. */
@NullMarked
package dev.runengine.runtime.driver;

import org.jspecify.annotations.NullMarked;
