package dev.runengine.core.reuse;

import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.skill.SkillVersion;
import dev.runengine.core.workflow.CachePolicy;
import dev.runengine.core.workflow.CacheScope;
import java.util.Optional;
import java.util.UUID;

/**
 * The one rule about reuse. Execution and plan both ask it, so that a plan cannot promise what a run does not do.
 */
public final class ReuseRule {
    private ReuseRule() {}

    /** What a step is, as far as reuse is concerned. */
    public record Candidate(
            CachePolicy policy,
            CacheFlags flags,
            boolean forced,
            Optional<UUID> baseRun,
            Optional<BaseStep> baseStep) {}

    /** What to do with a step whose input is known. */
    public sealed interface Ruling {
        /** The base run's result stands: same input, same skill (early cutoff). */
        record TakeBase(UUID baseRun, BaseStep step) implements Ruling {}

        /**
         * Ask the cache.
         *
         * @param fallback the decision to record when the cache has nothing, where the base run already tells why
         */
        record AskCache(Optional<StepDecision> fallback) implements Ruling {}

        /** Execute without asking. */
        record Execute(StepDecision decision) implements Ruling {}
    }

    /** The decision about a step that executes whatever its input is. */
    public static Optional<StepDecision> executesAnyway(Candidate candidate) {
        if (!candidate.policy().enabled()) {
            return Optional.of(StepDecision.of(Verdict.DISABLED));
        }
        return candidate.forced() ? Optional.of(StepDecision.of(Verdict.BYPASSED)) : Optional.empty();
    }

    public static Ruling judge(Candidate candidate, ContentHash inputHash, SkillVersion skillVersion) {
        var anyway = executesAnyway(candidate);
        if (anyway.isPresent()) {
            return new Ruling.Execute(anyway.get());
        }
        var difference = candidate.baseStep().flatMap(base -> difference(base, inputHash, skillVersion));
        if (candidate.baseRun().isPresent() && candidate.baseStep().isPresent() && difference.isEmpty()) {
            return new Ruling.TakeBase(
                    candidate.baseRun().get(), candidate.baseStep().get());
        }
        var versusBase = difference.map(reason -> StepDecision.miss(reason, candidate.baseRun()));
        if (!candidate.flags().read()) {
            return new Ruling.Execute(versusBase.orElse(StepDecision.of(Verdict.BYPASSED)));
        }
        if (candidate.policy().scope() == CacheScope.RUN_ONLY) {
            return new Ruling.Execute(versusBase.orElse(StepDecision.miss(MissReason.FIRST_SEEN, candidate.baseRun())));
        }
        return new Ruling.AskCache(versusBase);
    }

    private static Optional<MissReason> difference(BaseStep base, ContentHash inputHash, SkillVersion skillVersion) {
        if (base.inputHash().isEmpty() || !base.inputHash().get().equals(inputHash)) {
            return Optional.of(MissReason.INPUT_CHANGED);
        }
        if (base.skillVersion().isEmpty() || !base.skillVersion().get().equals(skillVersion)) {
            return Optional.of(MissReason.SKILL_VERSION_CHANGED);
        }
        return Optional.empty();
    }
}
