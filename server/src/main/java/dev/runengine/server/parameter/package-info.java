/** What stands in the address of a request: strict, and nothing unknown. */
@NullMarked
package dev.runengine.server.parameter;

import org.jspecify.annotations.NullMarked;
