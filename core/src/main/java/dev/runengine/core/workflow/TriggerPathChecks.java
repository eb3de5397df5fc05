package dev.runengine.core.workflow;

import dev.runengine.core.json.JsonPath;
import dev.runengine.core.json.JsonPointer;
import dev.runengine.core.selector.Selector.FromChange;
import dev.runengine.core.selector.SelectorReads.Read;
import dev.runengine.core.skill.Shape;
import dev.runengine.core.skill.Shape.Place;
import java.util.List;
import java.util.Optional;

/** Every path into the trigger payload exists in the trigger schema, or in the payload that a change type merges there. */
final class TriggerPathChecks {
    private final Optional<Shape> trigger;
    private final List<Merged> changes;

    /** What a change type puts at a place of the trigger payload. */
    private record Merged(ChangeType type, Shape payload) {}

    private TriggerPathChecks(WorkflowSpec spec) {
        this.trigger = spec.triggerSchema().map(Shape::ofSchema);
        this.changes = spec.changeTypes().stream()
                .map(type -> new Merged(type, Shape.ofSchema(type.payloadSchema())))
                .toList();
    }

    static void check(Draft draft, Problems problems) {
        var checks = new TriggerPathChecks(draft.spec());
        var steps = draft.spec().steps();
        for (int i = 0; i < steps.size(); i++) {
            for (var read : draft.reads(i).reads()) {
                if (read instanceof Read.OfTrigger(var field, var path)) {
                    var reader = steps.get(i).id();
                    checks.missing(path).ifPresent(message -> problems.inInput(reader, field, message));
                }
            }
        }
    }

    private Optional<String> missing(JsonPath path) {
        var pointer = path.toPointer();
        boolean declared =
                trigger.filter(shape -> shape.at(path) instanceof Place.Found).isPresent();
        boolean holdsChanges =
                changes.stream().anyMatch(change -> pointer.covers(change.type().mergeAt()));
        if (declared || holdsChanges) {
            return Optional.empty();
        }
        var nearest = nearest(path);
        return nearest.isEmpty() ? missingFromTrigger(path) : missingFromChanges(path, nearest);
    }

    /** The change types that merge at the innermost place around the path. */
    private List<Merged> nearest(JsonPath path) {
        var around = changes.stream()
                .filter(change -> change.type().mergeAt().covers(path.toPointer()))
                .toList();
        int depth = around.stream().mapToInt(TriggerPathChecks::depth).max().orElse(0);
        return around.stream().filter(change -> depth(change) == depth).toList();
    }

    private static int depth(Merged change) {
        return change.type().mergeAt().segments().size();
    }

    private static Optional<String> missingFromChanges(JsonPath path, List<Merged> nearest) {
        Optional<String> message = Optional.empty();
        for (var change : nearest) {
            var inside = new JsonPath(
                    path.segments().subList(depth(change), path.segments().size()));
            switch (change.payload().at(inside)) {
                case Place.Found _ -> {
                    return Optional.empty();
                }
                case Place.Absent(var reached, var detail) ->
                    message = Optional.of("change type " + change.type().name() + " brings no \"" + path + "\": "
                            + (reached.isWhole() ? "its payload" : reached) + " " + detail);
            }
        }
        return message;
    }

    private Optional<String> missingFromTrigger(JsonPath path) {
        if (trigger.isEmpty()) {
            boolean isChange = JsonPointer.of(FromChange.MEMBER).covers(path.toPointer());
            return isChange ? Optional.of("no change type brings \"" + path + "\"") : Optional.empty();
        }
        return trigger.flatMap(shape -> switch (shape.at(path)) {
            case Place.Found _ -> Optional.empty();
            case Place.Absent(var reached, var detail) ->
                Optional.of("the trigger schema has no \"" + path + "\": "
                        + (reached.isWhole() ? "the trigger" : reached) + " " + detail);
        });
    }
}
