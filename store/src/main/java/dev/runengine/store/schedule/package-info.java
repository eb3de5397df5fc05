/** Schedules in PostgreSQL, and the timer of the fleet that wakes one node for each time. */
@NullMarked
package dev.runengine.store.schedule;

import org.jspecify.annotations.NullMarked;
