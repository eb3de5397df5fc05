package dev.runengine.client.wire;

import java.util.List;

/** The queues, as far as the caller's runs are concerned. */
public record QueueList(List<QueueView> queues) {
    public QueueList {
        queues = queues == null ? List.of() : List.copyOf(queues);
    }
}
