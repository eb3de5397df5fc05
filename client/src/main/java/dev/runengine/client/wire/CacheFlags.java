package dev.runengine.client.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/** What one request allows the cache to do; what is absent is allowed. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record CacheFlags(Optional<Boolean> read, Optional<Boolean> write, Optional<Boolean> coalesce) {
    public static final CacheFlags ALL = new CacheFlags(Optional.empty(), Optional.empty(), Optional.empty());

    /** Executes anew and stores the results. */
    public static final CacheFlags REFRESH = new CacheFlags(Optional.of(false), Optional.empty(), Optional.empty());
}
