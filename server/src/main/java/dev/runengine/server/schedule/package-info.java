/** Schedules over HTTP, and the timer that starts their runs. */
@NullMarked
package dev.runengine.server.schedule;

import org.jspecify.annotations.NullMarked;
