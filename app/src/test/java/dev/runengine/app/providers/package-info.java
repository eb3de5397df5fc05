/** Skills of the campaign done by services, as the shipped example binds them. */
@NullMarked
package dev.runengine.app.providers;

import org.jspecify.annotations.NullMarked;
