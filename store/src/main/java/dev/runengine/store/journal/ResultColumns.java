package dev.runengine.store.journal;

import dev.runengine.core.reuse.MissReason;
import dev.runengine.core.reuse.StepDecision;
import dev.runengine.core.reuse.Verdict;
import dev.runengine.core.run.RunState;
import dev.runengine.core.run.StepState.Completed;
import dev.runengine.core.skill.Artifact;
import dev.runengine.core.workflow.CacheScope;
import dev.runengine.core.workflow.StepSpec;
import dev.runengine.store.journal.Rows.Row;
import dev.runengine.store.rows.Columnar;

/** The cache entries a commit writes: successful results of steps whose policy and request allow it. */
final class ResultColumns {
    private ResultColumns() {}

    static boolean keeps(RunState run, StepSpec spec) {
        return run.cache().write() && spec.cache().enabled() && spec.cache().scope() == CacheScope.GLOBAL;
    }

    static void write(Row row, RunState run, StepSpec spec, Completed completed) {
        var output = Columnar.text(completed.output().data());
        long size = output.length()
                + completed.output().artifacts().stream()
                        .mapToLong(Artifact::sizeBytes)
                        .sum();
        row.with("replace", !run.cache().read() || replaces(completed.decision()))
                .with("workflow_name", run.workflow().spec().name())
                .with("step_id", spec.id())
                .with("input_hash", Columnar.bytes(completed.fingerprint().inputHash()))
                .with("skill_version", completed.fingerprint().skillVersion().value())
                .with("artifact_ids", Columnar.uuidArray(completed.output().artifacts()))
                .with("output", output)
                .with("duration_ms", completed.durationMs())
                .with("cost_micros", completed.usage().costMicros())
                .with("tokens", completed.usage().tokens())
                .with("size_bytes", size)
                .with("at", completed.endedAt());
    }

    /** The first write wins, unless somebody asked for a new result or the old one turned out to be unusable. */
    private static boolean replaces(StepDecision decision) {
        return decision.verdict() == Verdict.BYPASSED
                || decision.reason()
                        .filter(why -> why == MissReason.BLOB_MISSING || why == MissReason.EXPIRED)
                        .isPresent();
    }
}
