package dev.runengine.core.run;

import dev.runengine.core.reuse.BaseStep;
import dev.runengine.core.reuse.CacheKey;
import dev.runengine.core.reuse.ReuseRule;
import dev.runengine.core.workflow.CacheScope;
import java.util.Optional;

/** What a step of a run brings before the rule about reuse. */
public final class Candidates {
    private Candidates() {}

    /** The base run's result of a step that the change does not touch: taken over without resolving its input. */
    public static Optional<BaseStep> untouched(RunState run, int step) {
        return run.base()
                .filter(base -> base.impact().isPresent()
                        && !base.impact().get().impacted().contains(step))
                .flatMap(base -> base.step(run.workflow().step(step).id()));
    }

    public static ReuseRule.Candidate of(RunState run, int step) {
        var spec = run.workflow().step(step);
        // A run that reads a base of another workflow compares nothing with it: its steps are not the same steps.
        var base = run.base().filter(b -> b.impact().isPresent());
        boolean forced = base.flatMap(BaseRun::impact)
                .map(impact -> impact.forced().contains(step))
                .orElse(false);
        return new ReuseRule.Candidate(
                spec.cache(), run.cache(), forced, base.map(BaseRun::runId), base.flatMap(b -> b.step(spec.id())));
    }

    /** Whether one execution of a step may serve others, of other runs, that need the same work at the same time. */
    public static boolean shares(RunState run, int step) {
        var candidate = of(run, step);
        var flags = candidate.flags();
        return candidate.policy().enabled()
                && candidate.policy().scope() == CacheScope.GLOBAL
                && flags.read()
                && flags.write()
                && flags.coalesce()
                && !candidate.forced();
    }

    /** What a result of the step is found by. */
    public static CacheKey key(RunState run, int step, Fingerprint fingerprint) {
        return new CacheKey(
                run.tenant(),
                run.workflow().spec().name(),
                run.workflow().step(step).id(),
                fingerprint.inputHash(),
                fingerprint.skillVersion());
    }
}
