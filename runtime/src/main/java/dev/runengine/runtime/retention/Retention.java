package dev.runengine.runtime.retention;

import dev.runengine.core.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** What is kept for how long. Every node of a fleet must be given the same, since any of them may clean up. */
public record Retention(List<Rule> rules) {
    /** Everything is kept that anything names. */
    public static final Retention FOREVER = new Retention(List.of());

    private static final Rule KEEP_ALL =
            new Rule(Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), OptionalLong.empty());

    public Retention {
        rules = List.copyOf(rules);
    }

    /**
     * What is kept for some tenants. What it does not limit is kept.
     *
     * @param tenants empty for all
     * @param runs how long a run is kept after its end, and longer where a kept run is an update of it
     * @param resultsMade how long after its execution a result may be reused
     * @param resultsUnused how long after its last use a result may be reused
     * @param resultBytes how much the results of a tenant may take: each its output and files, whoever else has the same
     */
    public record Rule(
            Set<String> tenants,
            Optional<Duration> runs,
            Optional<Duration> resultsMade,
            Optional<Duration> resultsUnused,
            OptionalLong resultBytes) {
        public Rule {
            tenants = Set.copyOf(tenants);
        }
    }

    /** The first rule that names the tenant, else the first that names none. */
    Rule of(String tenant) {
        return rules.stream()
                .filter(rule -> rule.tenants().contains(tenant))
                .findFirst()
                .or(() ->
                        rules.stream().filter(rule -> rule.tenants().isEmpty()).findFirst())
                .orElse(KEEP_ALL);
    }

    /**
     * Reads {@code {"retention": [{"tenants"?, "runs"?, "results"?: {"made"?, "unused"?, "bytes"?}}]}}; the times are ISO
     * 8601 durations such as {@code P90D}.
     *
     * @throws dev.runengine.core.json.JsonMismatchException with the place of what is wrong
     */
    public static Retention read(Json json) {
        return RetentionJson.read(json);
    }
}
