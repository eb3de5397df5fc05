/** Whole engines on one thread, where every order of events and every fault is a function of a seed. */
@NullMarked
package dev.runengine.runtime.simulation;

import org.jspecify.annotations.NullMarked;
