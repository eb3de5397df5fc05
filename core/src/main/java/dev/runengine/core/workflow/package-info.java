/** What a workflow is, and the check that it can run before anything does. */
@NullMarked
package dev.runengine.core.workflow;

import org.jspecify.annotations.NullMarked;
