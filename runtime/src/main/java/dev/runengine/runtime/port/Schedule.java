package dev.runengine.runtime.port;

import dev.runengine.core.json.Json;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Runs that are to be started again and again.
 *
 * @param cron five fields, as Unix cron has them, in the zone's local time
 * @param pausedAt since when it starts nothing; what falls into a pause is not made up for
 * @param seenUpTo up to when its times were dealt with, each started or left out
 * @param lastRunId what it started last
 * @param lastError why it could not start what was due last
 */
public record Schedule(
        UUID id,
        String tenant,
        String name,
        String workflowName,
        Json payload,
        String cron,
        ZoneId zone,
        CatchUp catchUp,
        Overlap overlap,
        Instant createdAt,
        Optional<Instant> pausedAt,
        Instant seenUpTo,
        Optional<UUID> lastRunId,
        Optional<String> lastError) {

    /** What becomes of times at which no worker was there. */
    public enum CatchUp {
        SKIP,
        /** One run for all that was missed. */
        ONCE,
        /** A run for each, the newest hundred at most. */
        ALL;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static CatchUp ofWord(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** What happens while the last run goes on: another beside it, or none. */
    public enum Overlap {
        ALLOW,
        SKIP;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Overlap ofWord(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
