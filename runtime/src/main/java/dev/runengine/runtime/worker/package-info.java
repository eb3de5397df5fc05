/** A node's share of the work: claiming runs, driving them, handing them over. */
@NullMarked
package dev.runengine.runtime.worker;

import org.jspecify.annotations.NullMarked;
