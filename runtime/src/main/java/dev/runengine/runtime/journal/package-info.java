/** Making decisions durable: the group commit of all runs on a node. */
@NullMarked
package dev.runengine.runtime.journal;

import org.jspecify.annotations.NullMarked;
