package dev.runengine.runtime.memory;

import dev.runengine.core.hash.ArtifactAddress;
import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.reuse.CacheAnswer.EntryRef;
import dev.runengine.core.reuse.MissReason;
import dev.runengine.runtime.port.CacheShelf;
import dev.runengine.runtime.port.CacheShelf.Removal;
import dev.runengine.runtime.port.NewRun;
import dev.runengine.runtime.port.RetentionStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Forgets what the {@link InMemoryStore} need not keep. Artifacts and inputs are part of their runs and go with them. */
public final class InMemoryRetentionStore implements RetentionStore {
    private final InMemoryStore store;
    private final InMemoryPlanStore plans;

    public InMemoryRetentionStore(InMemoryStore store, InMemoryPlanStore plans) {
        this.store = store;
        this.plans = plans;
    }

    @Override
    public Set<String> tenants() {
        return store.all().stream().map(run -> run.asked().tenant()).collect(Collectors.toSet());
    }

    @Override
    public int forgetRuns(String tenant, Instant endedBefore, int limit) {
        synchronized (store) {
            var bases = bases();
            return store.forget(runs(tenant).stream()
                    .filter(run -> run.completedAt != null && run.completedAt.isBefore(endedBefore))
                    .map(run -> run.asked().runId())
                    .filter(id -> !bases.contains(id))
                    .limit(limit)
                    .toList());
        }
    }

    private Set<UUID> bases() {
        return store.all().stream()
                .flatMap(run -> run.asked().base().stream())
                .map(NewRun.BaseOf::runId)
                .collect(Collectors.toSet());
    }

    private List<MemoryRun> runs(String tenant) {
        return store.all().stream()
                .filter(run -> run.asked().tenant().equals(tenant))
                .toList();
    }

    @Override
    public Removal expireResults(String tenant, Age age, Instant at, int limit) {
        return delete(
                tenant,
                at,
                inOrderOfUse(tenant).stream()
                        .filter(entry -> age.madeBefore()
                                        .filter(entry.createdAt()::isBefore)
                                        .isPresent()
                                || age.unusedSince()
                                        .filter(entry.lastUsedAt()::isBefore)
                                        .isPresent())
                        .limit(limit)
                        .toList());
    }

    @Override
    public Removal evictResults(String tenant, long maxBytes, Instant at, int limit) {
        var beyond = new ArrayList<CacheShelf.Entry>();
        long room = maxBytes;
        for (var entry : inOrderOfUse(tenant).reversed()) {
            room -= entry.sizeBytes();
            if (room < 0) {
                beyond.add(entry);
            }
        }
        return delete(tenant, at, beyond.reversed().stream().limit(limit).toList());
    }

    private List<CacheShelf.Entry> inOrderOfUse(String tenant) {
        return store.results().entries(tenant).stream()
                .sorted(Comparator.comparing(CacheShelf.Entry::lastUsedAt).thenComparing(CacheShelf.Entry::id))
                .toList();
    }

    private Removal delete(String tenant, Instant at, List<CacheShelf.Entry> doomed) {
        var ids = doomed.stream()
                .map(CacheShelf.Entry::id)
                .filter(id -> !plans.isLeased(new EntryRef(id, 0)))
                .collect(Collectors.toSet());
        var gone = store.results().delete(tenant, MissReason.EXPIRED, at, entry -> ids.contains(entry.id()));
        return new Removal(
                gone.size(),
                gone.stream().mapToLong(CacheShelf.Entry::sizeBytes).sum());
    }

    @Override
    public int forgetDeletions(String tenant, Instant deletedBefore) {
        return store.results().forgetDeletions(tenant, deletedBefore);
    }

    @Override
    public int forgetAnswers(Instant recordedBefore, int limit) {
        return store.forgetAnswers(recordedBefore, limit);
    }

    @Override
    public int forgetArtifacts(String tenant, Instant madeBefore, int limit) {
        return 0;
    }

    @Override
    public int forgetInputs(String tenant, Instant madeBefore, int limit) {
        return 0;
    }

    @Override
    public Set<ContentHash> unnamed(String tenant, Collection<ContentHash> files) {
        return files.stream()
                .filter(Predicate.not(file -> isNamed(tenant, file)))
                .collect(Collectors.toSet());
    }

    @Override
    public boolean forgetFile(String tenant, ContentHash file) {
        return !isNamed(tenant, file);
    }

    private boolean isNamed(String tenant, ContentHash file) {
        synchronized (store) {
            return store.results().names(tenant, file) || runs(tenant).stream().anyMatch(run -> names(run, file));
        }
    }

    private static boolean names(MemoryRun run, ContentHash file) {
        return ArtifactAddress.in(run.asked().trigger()).contains(new ArtifactAddress(file))
                || IntStream.range(0, run.steps.size())
                        .boxed()
                        .flatMap(step -> MemoryViews.artifacts(run, step).stream())
                        .anyMatch(record -> record.artifact().hash().equals(file));
    }
}
