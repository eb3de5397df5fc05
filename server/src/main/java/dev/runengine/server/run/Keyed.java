package dev.runengine.server.run;

import dev.runengine.runtime.port.RequestKey;
import java.util.Optional;

/** What is asked for, and what the request is named by. */
record Keyed<T>(T wish, Optional<RequestKey> key) {}
