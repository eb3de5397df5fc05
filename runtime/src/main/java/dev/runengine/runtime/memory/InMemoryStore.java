package dev.runengine.runtime.memory;

import dev.runengine.core.reuse.BaseStep;
import dev.runengine.core.reuse.FlightLeader;
import dev.runengine.core.reuse.MissReason;
import dev.runengine.core.run.Phase;
import dev.runengine.core.run.RunStatus;
import dev.runengine.core.run.Settlement;
import dev.runengine.core.run.StepState;
import dev.runengine.core.run.Transition.StepMoved;
import dev.runengine.core.run.TwinFailure;
import dev.runengine.runtime.port.HeldSettlement;
import dev.runengine.runtime.port.Journal;
import dev.runengine.runtime.port.NewRun;
import dev.runengine.runtime.port.RecordedAnswer;
import dev.runengine.runtime.port.RecordedBase;
import dev.runengine.runtime.port.RunQueue.Wish;
import dev.runengine.runtime.port.RunStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Runs and journal in memory: the reference for what a durable store must do. Everything is guarded by the monitor of
 * this object.
 */
public final class InMemoryStore implements RunStore, Journal {
    private final Map<UUID, MemoryRun> runs = new LinkedHashMap<>();
    private final MemoryAnswers answers = new MemoryAnswers();
    private final Map<String, Instant> pausedQueues = new HashMap<>();
    private final MemoryLeases leases = new MemoryLeases();
    private final InMemoryQuotas quotas = new InMemoryQuotas(leases);
    private final MemoryTurns turns = new MemoryTurns(leases);
    private final MemoryResults results;
    private final MemoryInputs inputs = new MemoryInputs();
    private final MemoryFlights flights = new MemoryFlights(this::find);
    private final InMemoryBell bell;

    public InMemoryStore(InMemoryBell bell) {
        this.bell = bell;
        this.results = new MemoryResults();
    }

    MemoryResults results() {
        return results;
    }

    MemoryLeases leases() {
        return leases;
    }

    InMemoryQuotas quotas() {
        return quotas;
    }

    MemoryTurns turns() {
        return turns;
    }

    /** Gives a tenant a larger or smaller share of the workers; 1 unless said. */
    public synchronized void weigh(String tenant, double weight) {
        turns.weigh(tenant, weight);
    }

    synchronized Collection<MemoryRun> all() {
        return List.copyOf(runs.values());
    }

    synchronized Optional<MemoryRun> find(UUID runId) {
        return Optional.ofNullable(runs.get(runId));
    }

    @Override
    public CreateAnswer create(NewRun run) {
        synchronized (this) {
            if (answers.hasKeyOf(run)) {
                return CreateAnswer.KEY_TAKEN;
            }
            if (run.base().flatMap(base -> find(base.runId())).isPresent()
                    != run.base().isPresent()) {
                return CreateAnswer.BASE_GONE;
            }
            answers.keepOf(run);
            if (runs.containsKey(run.runId())) {
                return CreateAnswer.ALREADY_THERE;
            }
            runs.put(run.runId(), new MemoryRun(run));
        }
        bell.workIsWaiting();
        return CreateAnswer.CREATED;
    }

    @Override
    public synchronized Optional<RecordedAnswer> answered(String tenant, String key) {
        return answers.find(tenant, key);
    }

    synchronized int forgetAnswers(Instant before, int limit) {
        return answers.forget(before, limit);
    }

    /** Deletes runs and what belongs to them; what they have stored in the cache stays. @return how many */
    public synchronized int forget(Collection<UUID> ended) {
        return (int) ended.stream().filter(id -> runs.remove(id) != null).count();
    }

    @Override
    public synchronized Optional<RecordedRun> load(UUID runId) {
        return find(runId).map(MemoryRun::recorded);
    }

    @Override
    public synchronized Optional<RecordedBase> base(String tenant, UUID runId) {
        return owned(tenant, runId)
                .map(run -> new RecordedBase(
                        runId,
                        run.asked().workflow().name(),
                        run.asked().workflow().version(),
                        run.status,
                        run.asked().trigger(),
                        finished(run)));
    }

    /** An update by a change request holds all its results itself; only the second style reads on in its own base. */
    private Map<String, BaseStep> finished(MemoryRun run) {
        var steps = new HashMap<String, BaseStep>();
        Optional<MemoryRun> link = Optional.of(run);
        while (link.isPresent()) {
            link.get().finished().forEach(steps::putIfAbsent);
            link = link.get()
                    .asked()
                    .base()
                    .filter(base -> base.change().isEmpty())
                    .flatMap(base -> find(base.runId()));
        }
        return steps;
    }

    @Override
    public CancelAnswer requestCancel(String tenant, UUID runId, Instant at) {
        CancelAnswer answer;
        synchronized (this) {
            answer = owned(tenant, runId).map(run -> run.requestCancel(at)).orElse(CancelAnswer.NOT_FOUND);
        }
        if (answer == CancelAnswer.REQUESTED) {
            bell.wished(runId, Wish.CANCEL);
            bell.workIsWaiting(); // a run that nobody drives is claimed to be ended
        }
        return answer;
    }

    @Override
    public PauseAnswer pause(String tenant, UUID runId, Instant at) {
        PauseAnswer answer;
        synchronized (this) {
            answer = owned(tenant, runId).map(run -> run.pause(at)).orElse(PauseAnswer.NOT_FOUND);
        }
        bell.wished(runId, Wish.PAUSE);
        return answer;
    }

    @Override
    public PauseAnswer resume(String tenant, UUID runId, Instant at) {
        PauseAnswer answer;
        synchronized (this) {
            answer = owned(tenant, runId).map(run -> run.resume(at)).orElse(PauseAnswer.NOT_FOUND);
        }
        bell.wished(runId, Wish.RESUME);
        bell.workIsWaiting();
        return answer;
    }

    synchronized Optional<Instant> queuePausedAt(String tenant) {
        return Optional.ofNullable(pausedQueues.get(tenant));
    }

    synchronized void pauseQueue(String tenant, Instant at) {
        pausedQueues.putIfAbsent(tenant, at);
    }

    synchronized void resumeQueue(String tenant) {
        pausedQueues.remove(tenant);
    }

    /** A run that is to be cancelled is taken to be ended, whatever holds its queue. */
    synchronized boolean claimable(MemoryRun run, Instant now) {
        boolean held = run.cancelRequestedAt == null
                && pausedQueues.containsKey(run.asked().tenant());
        return run.claimable(now) && !held;
    }

    @Override
    public RetryAnswer retry(String tenant, UUID runId, Instant at) {
        RetryAnswer answer;
        synchronized (this) {
            answer = owned(tenant, runId).map(run -> run.retry(at)).orElse(RetryAnswer.NOT_FOUND);
        }
        if (answer == RetryAnswer.QUEUED) {
            bell.workIsWaiting();
        }
        return answer;
    }

    @Override
    public synchronized SettleAnswer settle(
            String tenant, UUID runId, String stepId, Settlement settlement, Instant at) {
        return owned(tenant, runId).map(run -> run.settle(stepId, settlement)).orElse(SettleAnswer.RUN_NOT_FOUND);
    }

    @Override
    public synchronized List<HeldSettlement> settlements(Collection<UUID> runIds) {
        return runIds.stream()
                .flatMap(runId -> find(runId).stream())
                .flatMap(run -> run.settlements().stream())
                .toList();
    }

    @Override
    public synchronized List<Outcome> commit(List<Entry> batch) {
        var outcomes = new ArrayList<Outcome>();
        for (var entry : batch) {
            outcomes.add(find(entry.ownership().runId())
                    .map(run -> commit(run, entry))
                    .orElseGet(Outcome.Fenced::new));
        }
        return outcomes;
    }

    private Outcome commit(MemoryRun run, Entry entry) {
        if (run.fence != entry.ownership().fence()
                || run.seq != entry.ownership().seq()) {
            return new Outcome.Fenced();
        }
        boolean cancelledEnd = entry.after().phase() instanceof Phase.Ended(Phase.Ended.Outcome.Cancelled _, var _);
        if (entry.terminal() && !cancelledEnd && run.cancelRequestedAt != null) {
            return new Outcome.CancelFirst();
        }
        if (entry.startsSteps() && run.pausedAt != null) {
            return new Outcome.PauseFirst();
        }
        var gone = goneHits(entry);
        if (!gone.isEmpty()) {
            return new Outcome.HitsGone(gone);
        }
        var inFlight = flights.taken(entry);
        if (!inFlight.isEmpty()) {
            return new Outcome.FlightsTaken(inFlight);
        }
        run.apply(entry, inputs);
        flights.apply(entry);
        return new Outcome.Committed(
                Optional.ofNullable(run.cancelRequestedAt),
                results.keep(entry, run.asked().tags()));
    }

    synchronized Map<FlightLeader, Optional<TwinFailure>> flightsOver(Collection<FlightLeader> leaders) {
        return flights.over(leaders);
    }

    private Map<Integer, MissReason> goneHits(Entry entry) {
        var gone = new HashMap<Integer, MissReason>();
        for (var transition : entry.transitions()) {
            if (transition instanceof StepMoved(int step, var _, StepState.Reused reused)
                    && reused.entry().isPresent()
                    && !results.has(reused.entry().get())) {
                gone.put(step, MissReason.INVALIDATED);
            }
        }
        return gone;
    }

    private Optional<MemoryRun> owned(String tenant, UUID runId) {
        return find(runId).filter(run -> run.asked().tenant().equals(tenant));
    }

    /** How many runs have that status. */
    public synchronized long count(RunStatus status) {
        return runs.values().stream().filter(run -> run.status == status).count();
    }
}
