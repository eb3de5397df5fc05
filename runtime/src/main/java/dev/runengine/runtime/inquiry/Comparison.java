package dev.runengine.runtime.inquiry;

import dev.runengine.core.json.JsonDiff.Difference;
import dev.runengine.runtime.port.ArtifactRecord;
import dev.runengine.runtime.port.History.StepOutline;
import dev.runengine.runtime.port.RunRecord;
import java.util.List;
import java.util.Optional;

/** Two runs of one workflow side by side. */
public record Comparison(RunRecord base, RunRecord head, List<StepPair> steps, List<FilePair> files) {
    public Comparison {
        steps = List.copyOf(steps);
        files = List.copyOf(files);
    }

    /** What became of something between the two runs. */
    public enum Change {
        SAME,
        CHANGED,
        ADDED,
        REMOVED;

        static Change of(Optional<?> before, Optional<?> after, boolean equal) {
            if (before.isEmpty()) {
                return ADDED;
            }
            if (after.isEmpty()) {
                return REMOVED;
            }
            return equal ? SAME : CHANGED;
        }
    }

    /**
     * A step of both runs, or of one.
     *
     * @param change of its result
     * @param differences of its input
     * @param complete whether these are all; false when there are more, or when one of the inputs is not recorded any more
     */
    public record StepPair(
            String stepId,
            Change change,
            Optional<StepOutline> base,
            Optional<StepOutline> head,
            List<Difference> differences,
            boolean complete) {
        public StepPair {
            differences = List.copyOf(differences);
        }
    }

    /** A file that a step of both runs gave, or of one. */
    public record FilePair(
            String stepId,
            String filename,
            Change change,
            Optional<ArtifactRecord> base,
            Optional<ArtifactRecord> head) {}
}
