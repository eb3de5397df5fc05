package dev.runengine.server.wiring;

import dev.runengine.runtime.node.Ports;

/** Where an engine keeps everything. @param closing lets go of connections and the like; called last */
public record Stores(Ports ports, Runnable closing) {}
