package dev.runengine.core.workflow;

import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.skill.Shape;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** A workflow that passed every check, with what is looked up often at hand. Steps are numbers in declaration order. */
public final class CompiledWorkflow {
    private final WorkflowSpec spec;
    private final ContentHash digest;
    private final DependencyGraph graph;
    private final Map<String, Integer> numbers;
    private final List<Shape> inputShapes;

    CompiledWorkflow(WorkflowSpec spec, DependencyGraph graph, Map<String, Integer> numbers, List<Shape> inputShapes) {
        this.spec = spec;
        this.digest = WorkflowJson.digest(spec);
        this.graph = graph;
        this.numbers = Map.copyOf(numbers);
        this.inputShapes = List.copyOf(inputShapes);
    }

    public WorkflowSpec spec() {
        return spec;
    }

    public String name() {
        return spec.name();
    }

    public String version() {
        return spec.version();
    }

    /** Of the specification's canonical JSON; equal specifications have equal digests. */
    public ContentHash digest() {
        return digest;
    }

    public DependencyGraph graph() {
        return graph;
    }

    public int size() {
        return spec.steps().size();
    }

    public StepSpec step(int number) {
        return spec.steps().get(number);
    }

    /** @throws IllegalArgumentException when the workflow has no such step */
    public int stepNo(String id) {
        return find(id).orElseThrow(() ->
                new IllegalArgumentException("workflow " + name() + " " + version() + " has no step " + id));
    }

    public OptionalInt find(String id) {
        var number = numbers.get(id);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** Both those declared and those that follow from what the input reads. */
    public int[] dependencies(int number) {
        return graph.dependencies(number);
    }

    public int[] successors(int number) {
        return graph.successors(number);
    }

    /** Whether the skill behind the step cannot do without that property of its input. */
    public boolean requiresInput(int number, String property) {
        return inputShapes.get(number).requires(property);
    }
}
