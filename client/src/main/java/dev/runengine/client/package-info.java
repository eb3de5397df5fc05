/** A Java client of the REST API. */
@NullMarked
package dev.runengine.client;

import org.jspecify.annotations.NullMarked;
