package dev.runengine.core.workflow;

import dev.runengine.core.json.JsonPath;
import dev.runengine.core.selector.SelectorReads.Read;
import dev.runengine.core.skill.Shape;
import dev.runengine.core.skill.Shape.Place;
import java.util.Optional;

/** Every path into a step's output exists in the output schema of the skill behind that step. */
final class OutputPathChecks {
    private OutputPathChecks() {}

    static void check(Draft draft, Problems problems) {
        var steps = draft.spec().steps();
        for (int i = 0; i < steps.size(); i++) {
            for (var read : draft.reads(i).reads()) {
                if (read instanceof Read.OfStep(var field, var source, var path)) {
                    var reader = steps.get(i).id();
                    draft.find(source)
                            .flatMap(step -> missing(step, path, draft.skillShapes()))
                            .ifPresent(message -> problems.inInput(reader, field, message));
                }
            }
        }
    }

    /** Why the output of a step has no such path; empty when it has, or when its skill is unknown. */
    static Optional<String> missing(StepSpec source, JsonPath path, SkillShapes skills) {
        return skills.of(source.skill()).flatMap(shapes -> missing(source, path, shapes.output()));
    }

    private static Optional<String> missing(StepSpec source, JsonPath path, Shape output) {
        return switch (output.at(path)) {
            case Place.Found _ -> Optional.empty();
            case Place.Absent(var reached, var detail) ->
                Optional.of("step " + source.id() + " (skill " + source.skill() + ") gives no \"" + path + "\": "
                        + (reached.isWhole() ? "its output" : reached) + " " + detail);
        };
    }
}
