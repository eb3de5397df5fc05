/** Lets executions in: within the node's permits and the fleet's limits, by turns of tenants. */
@NullMarked
package dev.runengine.runtime.limit;

import org.jspecify.annotations.NullMarked;
