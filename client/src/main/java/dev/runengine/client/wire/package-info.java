/** The REST contract as records: camelCase, what is absent is left out, times are RFC 3339 in UTC. */
@NullMarked
package dev.runengine.client.wire;

import org.jspecify.annotations.NullMarked;
