package dev.runengine.runtime.memory;

import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.json.CanonicalJson;
import dev.runengine.core.reuse.CacheAnswer;
import dev.runengine.core.reuse.CacheAnswer.EntryRef;
import dev.runengine.core.reuse.CacheKey;
import dev.runengine.core.reuse.MissReason;
import dev.runengine.core.reuse.Verdict;
import dev.runengine.core.run.Candidates;
import dev.runengine.core.run.StepState;
import dev.runengine.core.run.Transition.StepMoved;
import dev.runengine.core.selector.StepOutput;
import dev.runengine.core.skill.Artifact;
import dev.runengine.core.workflow.CacheScope;
import dev.runengine.runtime.port.CacheShelf;
import dev.runengine.runtime.port.Journal.Entry;
import dev.runengine.runtime.port.UseCounts.Use;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Cached results in memory. */
final class MemoryResults {
    private record Result(EntryRef ref, StepOutput output, UUID runId, List<String> tags, StepState.Completed made) {}

    private final Map<CacheKey, Result> results = new LinkedHashMap<>();
    private final Map<EntryRef, Use> uses = new HashMap<>();

    private record Gone(CacheAnswer.Miss miss, Instant at) {}

    private final Map<CacheKey, Gone> gone = new HashMap<>();
    private long lastId;

    /** @param tags of the run @return the new entries, by step number */
    synchronized Map<Integer, EntryRef> keep(Entry entry, List<String> tags) {
        var stored = new HashMap<Integer, EntryRef>();
        var run = entry.after();
        for (var transition : entry.transitions()) {
            if (transition instanceof StepMoved(int step, var _, StepState.Completed done)) {
                var spec = run.workflow().step(step);
                var key = Candidates.key(run, step, done.fingerprint());
                boolean kept = run.cache().write()
                        && spec.cache().enabled()
                        && spec.cache().scope() == CacheScope.GLOBAL;
                boolean replaces = !run.cache().read()
                        || done.decision().verdict() == Verdict.BYPASSED
                        || done.decision().reason().equals(Optional.of(MissReason.BLOB_MISSING));
                if (kept && (replaces || !results.containsKey(key))) {
                    var ref = new EntryRef(++lastId, 0);
                    forget(results.put(key, new Result(ref, done.output(), run.runId(), tags, done)));
                    stored.put(step, ref);
                }
            }
        }
        return stored;
    }

    private void forget(@Nullable Result old) {
        if (old != null) {
            uses.remove(old.ref());
        }
    }

    synchronized void count(Map<EntryRef, Use> added) {
        added.forEach((ref, use) -> {
            if (has(ref)) {
                uses.merge(ref, use, Use::plus);
            }
        });
    }

    synchronized boolean has(EntryRef ref) {
        return results.values().stream().anyMatch(result -> result.ref().equals(ref));
    }

    synchronized List<CacheShelf.Entry> entries(String tenant) {
        return results.entrySet().stream()
                .filter(entry -> entry.getKey().tenant().equals(tenant))
                .map(entry -> entry(entry.getKey(), entry.getValue()))
                .toList();
    }

    private CacheShelf.Entry entry(CacheKey key, Result result) {
        var use = Optional.ofNullable(uses.get(result.ref()));
        var files = result.output().artifacts();
        return new CacheShelf.Entry(
                result.ref().id(),
                key.workflowName(),
                key.stepId(),
                key.inputHash(),
                key.skillVersion(),
                result.runId(),
                result.made().durationMs(),
                result.made().usage().costMicros(),
                CanonicalJson.text(result.output().data()).length()
                        + files.stream().mapToLong(Artifact::sizeBytes).sum(),
                files.size(),
                result.tags(),
                result.made().endedAt(),
                use.map(Use::times).orElse(0L),
                use.map(Use::last));
    }

    synchronized List<CacheShelf.Entry> delete(
            String tenant, MissReason why, Instant at, Predicate<CacheShelf.Entry> fits) {
        var deleted = new ArrayList<CacheShelf.Entry>();
        results.entrySet().removeIf(result -> {
            var entry = entry(result.getKey(), result.getValue());
            boolean goes = result.getKey().tenant().equals(tenant) && fits.test(entry);
            if (goes) {
                forget(result.getValue());
                gone.put(result.getKey(), new Gone(new CacheAnswer.Miss(why, Optional.of(entry.madeBy())), at));
                deleted.add(entry);
            }
            return goes;
        });
        return deleted;
    }

    /** Forgets that results were deleted. */
    synchronized int forgetDeletions(String tenant, Instant deletedBefore) {
        int before = gone.size();
        gone.entrySet()
                .removeIf(deletion -> deletion.getKey().tenant().equals(tenant)
                        && deletion.getValue().at().isBefore(deletedBefore));
        return before - gone.size();
    }

    synchronized boolean names(String tenant, ContentHash file) {
        return results.entrySet().stream()
                .filter(entry -> entry.getKey().tenant().equals(tenant))
                .flatMap(entry -> entry.getValue().output().artifacts().stream())
                .anyMatch(artifact -> artifact.hash().equals(file));
    }

    synchronized void removeAll() {
        results.clear();
        uses.clear();
    }

    synchronized Optional<CacheAnswer.Hit> find(CacheKey key) {
        return Optional.ofNullable(results.get(key))
                .map(result -> new CacheAnswer.Hit(
                        Verdict.HIT_COLD,
                        result.ref(),
                        result.output(),
                        result.made().execution(result.runId())));
    }

    synchronized CacheAnswer lookUp(CacheKey key) {
        var hit = find(key);
        if (hit.isPresent()) {
            return hit.get();
        }
        var before = gone.get(key);
        if (before != null) {
            return before.miss();
        }
        var sameStep = newest(other -> other.tenant().equals(key.tenant())
                && other.workflowName().equals(key.workflowName())
                && other.stepId().equals(key.stepId()));
        var sameInput = newest(other -> other.equals(
                new CacheKey(key.tenant(), key.workflowName(), key.stepId(), key.inputHash(), other.skillVersion())));
        if (sameInput.isPresent()) {
            return new CacheAnswer.Miss(MissReason.SKILL_VERSION_CHANGED, sameInput);
        }
        return new CacheAnswer.Miss(sameStep.isPresent() ? MissReason.INPUT_CHANGED : MissReason.FIRST_SEEN, sameStep);
    }

    private Optional<UUID> newest(Predicate<CacheKey> fits) {
        return results.entrySet().stream()
                .filter(entry -> fits.test(entry.getKey()))
                .reduce((_, later) -> later)
                .map(entry -> entry.getValue().runId());
    }
}
