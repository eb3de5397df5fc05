package dev.runengine.runtime.port;

import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.reuse.Execution;
import dev.runengine.core.skill.SkillVersion;
import dev.runengine.core.skill.Usage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Looking at what the cache holds of a tenant and what it was good for, and deleting of it. */
public interface CacheShelf {
    /** By workflow and step, newest first, without payloads. */
    Page entries(String tenant, Filter filter, Optional<Cursor> after, int limit);

    /** @param since counts what runs did that were created from then on; what the cache holds is as of now */
    Stats stats(String tenant, Instant since);

    /** How much {@link #invalidate} would delete. */
    Removal matching(String tenant, Filter filter);

    /**
     * Deletes results, so that no node reuses them any more; what has been recorded with them stays. Whoever looks one up
     * later is told that it was invalidated.
     */
    Removal invalidate(String tenant, Filter filter, Instant at);

    /** Entries that fit all that is given. */
    record Filter(
            Optional<String> workflowName,
            Optional<String> stepId,
            Optional<ContentHash> inputHash,
            Optional<String> skillVersion,
            Optional<String> tag) {
        public static final Filter ALL =
                new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    record Removal(long entries, long sizeBytes) {}

    /** The place after one entry of a list. */
    record Cursor(String workflowName, String stepId, long id) {}

    record Page(List<Entry> entries, Optional<Cursor> next) {
        public Page {
            entries = List.copyOf(entries);
        }

        /** @param found up to one more than the limit, which tells whether there is a next page */
        public static Page of(List<Entry> found, int limit) {
            if (found.size() <= limit) {
                return new Page(found, Optional.empty());
            }
            var last = found.get(limit - 1);
            return new Page(
                    found.subList(0, limit), Optional.of(new Cursor(last.workflowName(), last.stepId(), last.id())));
        }
    }

    /**
     * A stored result.
     *
     * @param madeBy the run that executed it
     * @param sizeBytes of its output and files
     * @param tags of the run that executed it
     * @param hits how often it was reused, as far as that was counted already
     */
    record Entry(
            long id,
            String workflowName,
            String stepId,
            ContentHash inputHash,
            SkillVersion skillVersion,
            UUID madeBy,
            long durationMs,
            long costMicros,
            long sizeBytes,
            int files,
            List<String> tags,
            Instant createdAt,
            long hits,
            Optional<Instant> lastHitAt) {
        public Entry {
            tags = List.copyOf(tags);
        }

        public Instant lastUsedAt() {
            return lastHitAt.orElse(createdAt);
        }

        /** The key as it stands in logs: {@code workflow:step:hash}. */
        public String key() {
            return workflowName + ":" + stepId + ":" + inputHash.hex();
        }
    }

    /**
     * @param misses look-ups that found nothing to reuse
     * @param baseRuns results taken over from a base run, for which the cache was not asked
     * @param spent on executions that succeeded
     * @param savedByHits what the executions cost whose results were taken from the cache
     */
    record Stats(
            long entries,
            long sizeBytes,
            long hitsHot,
            long hitsCold,
            long hitsInFlight,
            long misses,
            long baseRuns,
            Total spent,
            Total savedByHits,
            Total savedByBaseRuns) {
        public long hits() {
            return hitsHot + hitsCold + hitsInFlight;
        }
    }

    /** What some executions cost together. @param durationMs one after the other */
    record Total(long durationMs, Usage usage) {
        public static final Total NOTHING = new Total(0, Usage.NONE);

        public Total plus(Execution execution) {
            return new Total(
                    durationMs + execution.durationMs(),
                    new Usage(
                            usage.costMicros() + execution.usage().costMicros(),
                            usage.tokens() + execution.usage().tokens()));
        }
    }
}
