package dev.runengine.runtime.inquiry;

import dev.runengine.core.json.JsonDiff;
import dev.runengine.core.why.Secrets;
import dev.runengine.core.workflow.CompiledWorkflow;
import dev.runengine.runtime.inquiry.Comparison.Change;
import dev.runengine.runtime.inquiry.Comparison.FilePair;
import dev.runengine.runtime.inquiry.Comparison.StepPair;
import dev.runengine.runtime.port.ArtifactRecord;
import dev.runengine.runtime.port.History;
import dev.runengine.runtime.port.History.StepOutline;
import dev.runengine.runtime.port.RunQueries;
import dev.runengine.runtime.port.RunRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One comparison. Inputs are read only of steps whose inputs differ. */
final class Comparing {
    private static final int MOST_DIFFERENCES = 50;

    private final RunQueries queries;
    private final History history;
    private final Discretion discretion;
    private final Optional<CompiledWorkflow> workflow;

    /** @param workflow of the later run, to know what is secret in the inputs of its steps */
    Comparing(RunQueries queries, History history, Discretion discretion, Optional<CompiledWorkflow> workflow) {
        this.queries = queries;
        this.history = history;
        this.discretion = discretion;
        this.workflow = workflow;
    }

    Comparison compare(RunRecord base, RunRecord head) {
        return new Comparison(base, head, steps(base, head), files(base, head));
    }

    private List<StepPair> steps(RunRecord base, RunRecord head) {
        var before = outlines(base);
        var after = outlines(head);
        var names = new LinkedHashSet<>(after.keySet());
        names.addAll(before.keySet());
        var earlier = new RecordedFacts(history, base);
        var later = new RecordedFacts(history, head);
        var pairs = new ArrayList<StepPair>();
        for (var name : names) {
            pairs.add(pair(name, find(before, name), find(after, name), earlier, later));
        }
        return pairs;
    }

    private StepPair pair(
            String step,
            Optional<StepOutline> before,
            Optional<StepOutline> after,
            RecordedFacts earlier,
            RecordedFacts later) {
        boolean sameResult = before.flatMap(StepOutline::result).equals(after.flatMap(StepOutline::result));
        boolean sameInput = before.flatMap(StepOutline::inputHash).equals(after.flatMap(StepOutline::inputHash));
        var change = Change.of(before, after, sameResult);
        if (sameInput || before.isEmpty() || after.isEmpty()) {
            return new StepPair(step, change, before, after, List.of(), true);
        }
        var inputBefore = earlier.step(step).flatMap(facts -> facts.input());
        var inputAfter = later.step(step).flatMap(facts -> facts.input());
        if (inputBefore.isEmpty() || inputAfter.isEmpty()) {
            return new StepPair(step, change, before, after, List.of(), false);
        }
        var diff = JsonDiff.between(inputBefore.get(), inputAfter.get(), MOST_DIFFERENCES);
        return new StepPair(
                step, change, before, after, Discretion.redacted(diff.differences(), secrets(step)), diff.complete());
    }

    private Secrets secrets(String step) {
        return workflow.flatMap(known -> known.find(step).stream()
                        .mapToObj(number -> known.step(number).skill())
                        .findFirst())
                .map(discretion::ofInput)
                .orElseGet(Secrets::byName);
    }

    private Map<String, StepOutline> outlines(RunRecord run) {
        var outlines = new LinkedHashMap<String, StepOutline>();
        history.outlines(run.tenant(), run.runId())
                .orElse(List.of())
                .forEach(step -> outlines.put(step.stepId(), step));
        return outlines;
    }

    private record FileKey(String stepId, String filename, int nth) {}

    private List<FilePair> files(RunRecord base, RunRecord head) {
        var before = artifacts(base);
        var after = artifacts(head);
        var keys = new LinkedHashSet<>(after.keySet());
        keys.addAll(before.keySet());
        return keys.stream()
                .map(key -> pair(key, find(before, key), find(after, key)))
                .toList();
    }

    private static FilePair pair(FileKey key, Optional<ArtifactRecord> before, Optional<ArtifactRecord> after) {
        boolean equal = before.map(file -> file.artifact().hash())
                .equals(after.map(file -> file.artifact().hash()));
        return new FilePair(key.stepId(), key.filename(), Change.of(before, after, equal), before, after);
    }

    /** By step and name; a step may give several files of one name. */
    private Map<FileKey, ArtifactRecord> artifacts(RunRecord run) {
        var artifacts = new LinkedHashMap<FileKey, ArtifactRecord>();
        for (var file :
                queries.artifacts(run.tenant(), run.runId(), Optional.empty()).orElse(List.of())) {
            int nth = 0;
            var step = file.stepId().orElse("");
            while (artifacts.putIfAbsent(new FileKey(step, file.artifact().filename(), nth), file) != null) {
                nth++;
            }
        }
        return artifacts;
    }

    private static <K, V> Optional<V> find(Map<K, V> map, K key) {
        return Optional.ofNullable(map.get(key));
    }
}
