/** Runs over HTTP: trigger, look at, update, plan, cancel, retry. */
@NullMarked
package dev.runengine.server.run;

import org.jspecify.annotations.NullMarked;
