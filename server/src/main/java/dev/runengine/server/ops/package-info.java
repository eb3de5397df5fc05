/** For those who operate a server: health, queues and metrics, on a port of their own. */
@NullMarked
package dev.runengine.server.ops;

import org.jspecify.annotations.NullMarked;
