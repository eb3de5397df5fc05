package dev.runengine.campaign.workflow;

import static dev.runengine.core.selector.Selectors.firstOf;
import static dev.runengine.core.selector.Selectors.fromBaseRun;
import static dev.runengine.core.selector.Selectors.fromChange;
import static dev.runengine.core.selector.Selectors.fromStep;
import static dev.runengine.core.selector.Selectors.fromTrigger;
import static dev.runengine.core.selector.Selectors.merge;

import dev.runengine.core.selector.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Where the steps of a workflow find what they need. A workflow that builds has everything itself; one that updates takes
 * what it does not make from its base run.
 */
sealed interface Sources {
    /** A part of a campaign: this run's own, else the base run's. */
    Selector part(String step, String path);

    /** What is asked for, if it is; else what was made last, else what is planned. */
    Selector wished(Wish wish, Selector... planned);

    /** As {@link #wished}, but objects are put together member by member. */
    Selector merged(Wish wish, Selector planned);

    default Selector plan(String path) {
        return part("plan", "data." + path);
    }

    /** {@code campaign.build}: all steps are here, and change requests say what is wished. */
    record Building() implements Sources {
        @Override
        public Selector part(String step, String path) {
            return fromStep(step, path);
        }

        @Override
        public Selector wished(Wish wish, Selector... planned) {
            var options = new ArrayList<Selector>();
            if (!wish.change.isEmpty()) {
                options.add(fromChange(wish.change));
            }
            options.addAll(List.of(planned));
            return oneOf(options);
        }

        @Override
        public Selector merged(Wish wish, Selector planned) {
            return merge(planned, fromChange(wish.change));
        }
    }

    /** @param own the steps of the update workflow itself */
    record Updating(Set<String> own) implements Sources {
        @Override
        public Selector part(String step, String path) {
            return own.contains(step) ? fromStep(step, path) : fromBaseRun(step, path);
        }

        @Override
        public Selector wished(Wish wish, Selector... planned) {
            var options = new ArrayList<Selector>();
            options.add(fromTrigger(wish.override));
            if (!wish.madeBy.isEmpty()) {
                options.add(fromBaseRun(wish.madeBy, wish.made));
            }
            options.addAll(List.of(planned));
            return oneOf(options);
        }

        @Override
        public Selector merged(Wish wish, Selector planned) {
            return wish.madeBy.isEmpty()
                    ? merge(planned, fromTrigger(wish.override))
                    : merge(planned, fromBaseRun(wish.madeBy, wish.made), fromTrigger(wish.override));
        }
    }

    private static Selector oneOf(List<Selector> options) {
        return options.size() == 1 ? options.getFirst() : firstOf(options.toArray(Selector[]::new));
    }
}
