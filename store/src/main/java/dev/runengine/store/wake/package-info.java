/** Waking workers: in memory within a process, by notification between processes. */
@NullMarked
package dev.runengine.store.wake;

import org.jspecify.annotations.NullMarked;
