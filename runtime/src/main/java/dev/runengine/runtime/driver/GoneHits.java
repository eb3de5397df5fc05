package dev.runengine.runtime.driver;

import dev.runengine.core.reuse.CacheAnswer;
import dev.runengine.core.reuse.CacheKey;
import dev.runengine.core.reuse.MissReason;
import dev.runengine.core.reuse.Verdict;
import dev.runengine.core.run.Command;
import dev.runengine.core.run.StepState;
import dev.runengine.core.run.Transition;
import dev.runengine.core.run.Transition.StepMoved;
import dev.runengine.runtime.port.StepCache;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Steps of the current turn whose hit turned out to be gone when it was to be recorded. A hot hit may be no more than out
 * of date, so the cold tier is asked whether there is another result, as it would be without a hot tier; a cold hit that
 * went is a miss.
 */
final class GoneHits {
    private final Map<Integer, MissReason> outOfDate = new HashMap<>();
    private final Map<Integer, MissReason> missed = new HashMap<>();

    /** @param turn what could not be recorded @param steps those whose hit is gone, and why */
    void add(List<Transition> turn, Map<Integer, MissReason> steps) {
        for (var transition : turn) {
            if (transition instanceof StepMoved(int step, var _, StepState.Reused reused) && steps.containsKey(step)) {
                var gone = reused.decision().verdict() == Verdict.HIT_HOT ? outOfDate : missed;
                gone.put(step, steps.get(step));
            }
        }
    }

    /** Asks the cache, all at once, what may still be asked. */
    Map<CacheKey, CacheAnswer> ask(StepCache cache, List<Command.LookUp> lookUps) {
        var usual = new ArrayList<CacheKey>();
        var pastHot = new ArrayList<CacheKey>();
        var answers = new HashMap<CacheKey, CacheAnswer>();
        for (var lookUp : lookUps) {
            if (missed.containsKey(lookUp.step())) {
                answers.put(lookUp.key(), new CacheAnswer.Miss(missed.get(lookUp.step()), Optional.empty()));
            } else {
                (outOfDate.containsKey(lookUp.step()) ? pastHot : usual).add(lookUp.key());
            }
        }
        answers.putAll(cache.lookUp(usual));
        answers.putAll(cache.lookUpCold(pastHot));
        lookUps.forEach(lookUp -> answers.computeIfPresent(lookUp.key(), (_, answer) -> explained(lookUp, answer)));
        return answers;
    }

    /**
     * That there was an entry a moment ago says more than what the cold tier has left to compare with, unless there is an
     * entry again and its files are gone.
     */
    private CacheAnswer explained(Command.LookUp lookUp, CacheAnswer answer) {
        var reason = Optional.ofNullable(outOfDate.get(lookUp.step()));
        return switch (answer) {
            case CacheAnswer.Miss(var found, var compared) ->
                new CacheAnswer.Miss(found == MissReason.BLOB_MISSING ? found : reason.orElse(found), compared);
            case CacheAnswer.Hit _, CacheAnswer.InFlight _, CacheAnswer.Unavailable _ -> answer;
        };
    }
}
