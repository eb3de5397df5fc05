/** The hot tier on Redis, Valkey or what else speaks their protocol. */
@NullMarked
package dev.runengine.store.redis;

import org.jspecify.annotations.NullMarked;
