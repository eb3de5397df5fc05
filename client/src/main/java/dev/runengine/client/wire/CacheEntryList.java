package dev.runengine.client.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/** Cached results by workflow and step, newest first. @param nextCursor when there are more */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record CacheEntryList(List<CacheEntryView> entries, Optional<String> nextCursor) {
    public CacheEntryList {
        entries = entries == null ? List.of() : List.copyOf(entries);
    }
}
