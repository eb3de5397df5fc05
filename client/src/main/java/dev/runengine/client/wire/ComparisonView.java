package dev.runengine.client.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Two runs of one workflow side by side. */
public record ComparisonView(RunSide base, RunSide head, List<StepPair> steps, List<FilePair> artifacts) {
    public ComparisonView {
        steps = steps == null ? List.of() : List.copyOf(steps);
        artifacts = artifacts == null ? List.of() : List.copyOf(artifacts);
    }

    public record RunSide(UUID runId, String workflowName, String workflowVersion, String status, CostsView costs) {}

    /**
     * @param change of the result: same, changed, added or removed
     * @param inputChanges where the inputs differ
     * @param moreInputChanges whether they differ in more than is listed, or too little is still recorded
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record StepPair(
            String stepId,
            String change,
            Optional<StepSide> base,
            Optional<StepSide> head,
            List<DifferenceView> inputChanges,
            boolean moreInputChanges) {
        public StepPair {
            inputChanges = inputChanges == null ? List.of() : List.copyOf(inputChanges);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record StepSide(
            String status,
            Optional<DecisionView> decision,
            Optional<String> inputHash,
            Optional<String> skillVersion,
            Optional<ExecutionView> madeBy) {}

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record FilePair(
            String stepId, String filename, String change, Optional<ArtifactView> base, Optional<ArtifactView> head) {}
}
