/** Schedules: which times are due, and a run for each, once. */
@NullMarked
package dev.runengine.runtime.schedule;

import org.jspecify.annotations.NullMarked;
