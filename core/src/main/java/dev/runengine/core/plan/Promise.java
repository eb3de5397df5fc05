package dev.runengine.core.plan;

import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.plan.Plan.Expectation;
import dev.runengine.core.skill.SkillVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a plan says of one step.
 *
 * @param inputHash absent while the input is not known
 */
public record Promise(
        String stepId,
        Expectation expectation,
        String reason,
        Optional<ContentHash> inputHash,
        Optional<SkillVersion> skillVersion) {

    /** Where a later plan says something else; a reason in other words for the same is nothing else. */
    public record Broken(String stepId, Optional<Promise> planned, Optional<Promise> now) {}

    public static List<Broken> broken(List<Promise> planned, List<Promise> now) {
        var later = new LinkedHashMap<String, Promise>();
        now.forEach(promise -> later.put(promise.stepId(), promise));
        var broken = new ArrayList<Broken>();
        for (var promise : planned) {
            var current = Optional.ofNullable(later.remove(promise.stepId()));
            if (current.isEmpty() || !promise.sameAs(current.get())) {
                broken.add(new Broken(promise.stepId(), Optional.of(promise), current));
            }
        }
        for (Map.Entry<String, Promise> added : later.entrySet()) {
            broken.add(new Broken(added.getKey(), Optional.empty(), Optional.of(added.getValue())));
        }
        return broken;
    }

    private boolean sameAs(Promise other) {
        return expectation == other.expectation
                && inputHash.equals(other.inputHash)
                && skillVersion.equals(other.skillVersion);
    }
}
