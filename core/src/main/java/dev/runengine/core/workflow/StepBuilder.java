package dev.runengine.core.workflow;

import dev.runengine.core.selector.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects the parts of a {@link StepSpec}; begun with {@link Workflows#step}. For one thread. */
public final class StepBuilder {
    private final String id;
    private final List<String> dependsOn = new ArrayList<>();
    private String skill;
    private String description = "";
    private Selector input = new Selector.Fields(Map.of());
    private Optional<CachePolicy> cache = Optional.empty();
    private Optional<RetryPolicy> retry = Optional.empty();
    private Optional<Duration> timeLimit = Optional.empty();

    StepBuilder(String id) {
        this.id = id;
        this.skill = id;
    }

    public StepBuilder skill(String idOrAlias) {
        this.skill = idOrAlias;
        return this;
    }

    public StepBuilder description(String text) {
        this.description = text;
        return this;
    }

    public StepBuilder after(String... steps) {
        dependsOn.addAll(List.of(steps));
        return this;
    }

    public StepBuilder input(Selector selector) {
        this.input = selector;
        return this;
    }

    public StepBuilder cache(CachePolicy policy) {
        this.cache = Optional.of(policy);
        return this;
    }

    public StepBuilder retry(RetryPolicy policy) {
        this.retry = Optional.of(policy);
        return this;
    }

    /** How long one execution may take here, instead of the skill's own limit. */
    public StepBuilder timeLimit(Duration longest) {
        this.timeLimit = Optional.of(longest);
        return this;
    }

    StepSpec build(CachePolicy defaultCache, RetryPolicy defaultRetry) {
        return new StepSpec(
                id,
                skill,
                description,
                dependsOn,
                input,
                cache.orElse(defaultCache),
                retry.orElse(defaultRetry),
                timeLimit);
    }
}
