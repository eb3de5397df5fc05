package dev.runengine.client.wire;

import java.util.List;

/** The queues of an installation, over all tenants. */
public record QueueHealth(List<QueueView> queues) {
    public QueueHealth {
        queues = queues == null ? List.of() : List.copyOf(queues);
    }
}
