/** Looking back at runs: what their steps were made from, by which execution, and at what cost. */
@NullMarked
package dev.runengine.store.history;

import org.jspecify.annotations.NullMarked;
