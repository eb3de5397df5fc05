/** Whose request it is. */
@NullMarked
package dev.runengine.server.tenancy;

import org.jspecify.annotations.NullMarked;
