package dev.runengine.client.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/** One page of a queue, newest first. @param nextCursor absent on the last page */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record QueueJobList(List<QueueJobView> jobs, Optional<String> nextCursor) {
    public QueueJobList {
        jobs = jobs == null ? List.of() : List.copyOf(jobs);
    }
}
