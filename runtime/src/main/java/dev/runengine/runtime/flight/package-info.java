/** Waiting for executions that other runs share. */
@NullMarked
package dev.runengine.runtime.flight;

import org.jspecify.annotations.NullMarked;
