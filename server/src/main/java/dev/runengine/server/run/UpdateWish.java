package dev.runengine.server.run;

import dev.runengine.runtime.engine.UpdateRequest;
import java.util.UUID;

/** What the body of an update asks for. */
sealed interface UpdateWish {
    record Change(UpdateRequest request) implements UpdateWish {}

    record Planned(UUID planId) implements UpdateWish {}
}
