/** Calls to services of others: bounded in time, size and destination, and what went wrong as an expected failure. */
@NullMarked
package dev.runengine.skills.http;

import org.jspecify.annotations.NullMarked;
