/** What survives when real processes on a real database are killed, paused and told to stop. */
@NullMarked
package dev.runengine.app.crash;

import org.jspecify.annotations.NullMarked;
