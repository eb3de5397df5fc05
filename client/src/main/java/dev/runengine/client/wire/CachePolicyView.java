package dev.runengine.client.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/** Whether and where a result is kept. @param scope global or run_only */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record CachePolicyView(boolean enabled, String scope, Optional<Long> ttlMs, boolean verify) {}
