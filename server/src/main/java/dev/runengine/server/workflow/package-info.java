/** Workflows over HTTP. */
@NullMarked
package dev.runengine.server.workflow;

import org.jspecify.annotations.NullMarked;
