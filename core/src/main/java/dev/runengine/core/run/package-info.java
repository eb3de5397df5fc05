/**
 * What a run is and what happens next: {@link dev.runengine.core.run.RunMachine#decide} is a total, pure function from a
 * state and an event to the next state, the transitions to record, and the commands to carry out once they are recorded.
 */
@NullMarked
package dev.runengine.core.run;

import org.jspecify.annotations.NullMarked;
