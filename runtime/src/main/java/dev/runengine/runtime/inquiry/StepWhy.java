package dev.runengine.runtime.inquiry;

import dev.runengine.core.reuse.Execution;
import dev.runengine.core.reuse.StepDecision;
import dev.runengine.core.run.StepStatus;
import dev.runengine.core.why.Explanation;
import java.util.Optional;

/**
 * Why a step ran or did not.
 *
 * @param decision absent until it is made
 * @param explanation how it differs from the execution compared with; absent when nothing was, and for reused results
 * @param madeBy the execution that made the result, its own or the one whose cost was saved
 */
public record StepWhy(
        String stepId,
        StepStatus status,
        Optional<StepDecision> decision,
        Optional<Explanation> explanation,
        Optional<Execution> madeBy) {}
