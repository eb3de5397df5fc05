package dev.runengine.core.workflow;

import dev.runengine.core.selector.SelectorReads;
import dev.runengine.core.skill.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A workflow that is being checked, and what several checks need to know of it. */
final class Draft {
    private final WorkflowSpec spec;
    private final SkillShapes shapes;
    private final Map<String, Integer> numbers;
    private final List<SelectorReads> reads;

    Draft(WorkflowSpec spec, SkillShapes shapes) {
        this.spec = spec;
        this.shapes = shapes;
        this.numbers = HashMap.newHashMap(spec.steps().size());
        for (int i = 0; i < spec.steps().size(); i++) {
            numbers.putIfAbsent(spec.steps().get(i).id(), i);
        }
        this.reads = spec.steps().stream()
                .map(step -> SelectorReads.of(step.input()))
                .toList();
    }

    WorkflowSpec spec() {
        return spec;
    }

    /** Of each step id; where two steps have one id, of the first. */
    Map<String, Integer> numbers() {
        return numbers;
    }

    Optional<StepSpec> find(String id) {
        return Optional.ofNullable(numbers.get(id)).map(spec.steps()::get);
    }

    SelectorReads reads(int step) {
        return reads.get(step);
    }

    SkillShapes skillShapes() {
        return shapes;
    }

    List<Shape> inputShapes() {
        return spec.steps().stream()
                .map(step ->
                        shapes.of(step.skill()).map(SkillShapes.Shapes::input).orElse(Shape.ANY))
                .toList();
    }
}
