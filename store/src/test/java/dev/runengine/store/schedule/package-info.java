/** The times that schedules name, and who is woken for them. */
@NullMarked
package dev.runengine.store.schedule;

import org.jspecify.annotations.NullMarked;
