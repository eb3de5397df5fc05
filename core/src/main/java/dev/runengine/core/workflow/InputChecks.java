package dev.runengine.core.workflow;

import dev.runengine.core.json.JsonPath;
import dev.runengine.core.json.JsonPointer;
import dev.runengine.core.selector.Selector;
import dev.runengine.core.skill.Shape;
import dev.runengine.core.skill.Shape.Place;
import java.util.List;
import java.util.Map;

/** Where a step builds its input field by field, the fields are those of the skill's input schema. */
final class InputChecks {
    private InputChecks() {}

    static void check(Draft draft, Problems problems) {
        for (var step : draft.spec().steps()) {
            if (step.input() instanceof Selector.Fields(var fields)) {
                draft.skillShapes().of(step.skill()).ifPresent(shapes -> check(step, fields, shapes.input(), problems));
            }
        }
    }

    private static void check(StepSpec step, Map<String, Selector> fields, Shape input, Problems problems) {
        for (var name : fields.keySet()) {
            var path = new JsonPath(List.of(new JsonPath.Segment.Name(name)));
            if (input.at(path) instanceof Place.Absent(var _, var detail)) {
                problems.inInput(
                        step.id(),
                        JsonPointer.of(name).toString(),
                        "the input of skill " + step.skill() + " " + detail);
            }
        }
        if (input instanceof Shape.ObjectShape object) {
            object.required().stream()
                    .filter(name -> !fields.containsKey(name))
                    .forEach(name -> problems.inInput(
                            step.id(),
                            JsonPointer.of(name).toString(),
                            "skill " + step.skill() + " requires it and the step does not select it"));
        }
    }
}
