/** From a command to an outcome: the stages an execution passes through. */
@NullMarked
package dev.runengine.runtime.execution;

import org.jspecify.annotations.NullMarked;
