/** Refusals and failures as problem documents (RFC 9457); the one place that maps codes to HTTP statuses. */
@NullMarked
package dev.runengine.server.problem;

import org.jspecify.annotations.NullMarked;
