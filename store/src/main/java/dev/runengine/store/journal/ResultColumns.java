package dev.runengine.store.journal;

import dev.runengine.core.reuse.MissReason;
import dev.runengine.core.reuse.StepDecision;
import dev.runengine.core.reuse.Verdict;
import dev.runengine.core.run.RunState;
import dev.runengine.core.run.StepState.Completed;
import dev.runengine.core.skill.Artifact;
import dev.runengine.core.workflow.CacheScope;
import dev.runengine.core.workflow.StepSpec;
import dev.runengine.store.rows.Columnar;

/** The cache entries a commit writes: successful results of steps whose policy and request allow it. */
final class ResultColumns {
    private final Columns columns = new Columns(
            "uuid",
            "boolean",
            "text",
            "text",
            "bytea",
            "text",
            "text",
            "text",
            "bigint",
            "bigint",
            "bigint",
            "text",
            "timestamptz");

    Columns columns() {
        return columns;
    }

    void add(RunState run, StepSpec spec, Completed completed) {
        if (!run.cache().write() || !spec.cache().enabled() || spec.cache().scope() != CacheScope.GLOBAL) {
            return;
        }
        var output = Columnar.text(completed.output().data());
        long size = output.length()
                + completed.output().artifacts().stream()
                        .mapToLong(Artifact::sizeBytes)
                        .sum();
        columns.add(
                run.runId(),
                !run.cache().read() || replaces(completed.decision()),
                run.workflow().spec().name(),
                spec.id(),
                Columnar.bytes(completed.fingerprint().inputHash()),
                completed.fingerprint().skillVersion().value(),
                Columnar.uuidArray(completed.output().artifacts()),
                output,
                completed.durationMs(),
                completed.usage().costMicros(),
                size,
                "{}",
                completed.endedAt());
    }

    /** The first write wins, unless somebody asked for a new result or the old one turned out to be unusable. */
    private static boolean replaces(StepDecision decision) {
        return decision.verdict() == Verdict.BYPASSED
                || decision.reason()
                        .filter(why -> why == MissReason.BLOB_MISSING || why == MissReason.EXPIRED)
                        .isPresent();
    }
}
