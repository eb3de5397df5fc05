package dev.runengine.core.workflow;

import dev.runengine.core.json.JsonPath;
import java.util.HashSet;
import java.util.Optional;
import java.util.stream.Stream;

/** Change types name steps that exist, and what they merge into the trigger is read only by steps that they re-run. */
final class ChangeTypeChecks {
    private ChangeTypeChecks() {}

    static void check(Draft draft, Optional<DependencyGraph> graph, Problems problems) {
        var names = new HashSet<String>();
        for (var change : draft.spec().changeTypes()) {
            if (!names.add(change.name())) {
                problems.inWorkflow("two change types are named " + change.name());
            }
            checkSeeds(change, draft, problems);
            graph.ifPresent(g -> checkReaders(change, draft, g, problems));
        }
    }

    private static void checkSeeds(ChangeType change, Draft draft, Problems problems) {
        for (var seed : change.seeds()) {
            if (!draft.numbers().containsKey(seed)) {
                problems.inWorkflow("change type " + change.name() + " starts at step \"" + seed
                        + "\", which the workflow does not have"
                        + problems.hint(seed, draft.numbers().keySet()));
            }
        }
    }

    private static void checkReaders(ChangeType change, Draft draft, DependencyGraph graph, Problems problems) {
        var seeds = change.seeds().stream()
                .flatMap(seed -> Stream.ofNullable(draft.numbers().get(seed)))
                .mapToInt(Integer::intValue)
                .toArray();
        var impacted = change.everyStep() ? StepSet.all(graph.size()) : graph.downstream(StepSet.of(seeds));
        for (int step = 0; step < graph.size(); step++) {
            if (!impacted.contains(step)) {
                checkReader(change, step, draft, problems);
            }
        }
    }

    private static void checkReader(ChangeType change, int step, Draft draft, Problems problems) {
        draft.reads(step).triggerPaths().stream()
                .map(JsonPath::toPointer)
                .filter(pointer -> pointer.overlaps(change.mergeAt()))
                .findFirst()
                .ifPresent(
                        pointer -> problems.inStep(
                                draft.spec().steps().get(step).id(),
                                "it reads " + (pointer.segments().isEmpty() ? "the whole trigger" : pointer)
                                        + " of the trigger, where change type " + change.name()
                                        + " merges its payload (" + change.mergeAt()
                                        + "), but that change would not run it again; make it a seed of the change, or read elsewhere"));
    }
}
