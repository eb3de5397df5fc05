package dev.runengine.client.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/** What a person has found out about a submission: which job it is, or that there never was one. One of the two. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record SettleBody(Optional<String> jobId, Optional<Boolean> neverSubmitted) {}
