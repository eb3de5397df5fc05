package dev.runengine.cli.failure;

import dev.runengine.client.wire.BrokenPromiseView;
import dev.runengine.client.wire.BrokenPromiseView.PromiseView;
import java.util.List;
import java.util.Optional;

/** Where a plan does not hold any more. */
final class BrokenPlan {
    private BrokenPlan() {}

    static List<String> lines(List<BrokenPromiseView> broken) {
        return broken.stream()
                .map(step -> step.stepId() + ": " + planned(step.planned()) + ", " + now(step.now()))
                .toList();
    }

    private static String planned(Optional<PromiseView> promise) {
        return promise.map(known -> "planned was " + known.expectation() + " (" + known.reason() + ")")
                .orElse("it was not planned");
    }

    private static String now(Optional<PromiseView> promise) {
        return promise.map(known -> "now it is " + known.expectation() + " (" + known.reason() + ")")
                .orElse("now it is not there");
    }
}
