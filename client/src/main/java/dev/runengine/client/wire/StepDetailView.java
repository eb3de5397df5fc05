package dev.runengine.client.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * One step whole.
 *
 * @param failures executions that failed since the run was last queued
 * @param lost executions that ended with their worker since the run was last queued
 * @param decision as in the step, told in full
 * @param input as resolved, without secrets; absent while there is none, and once it was pruned
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record StepDetailView(
        UUID runId,
        StepView step,
        int failures,
        int lost,
        Optional<DecisionView> decision,
        Optional<JsonNode> input,
        Optional<JsonNode> output) {}
