package dev.runengine.client.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/** One page of runs, newest first. @param nextCursor absent on the last page */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record RunList(List<RunView> runs, Optional<String> nextCursor) {
    public RunList {
        runs = runs == null ? List.of() : List.copyOf(runs);
    }
}
