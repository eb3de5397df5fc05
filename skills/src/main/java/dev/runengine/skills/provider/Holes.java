package dev.runengine.skills.provider;

import dev.runengine.core.json.JsonMismatchException;
import dev.runengine.core.json.JsonPath;
import dev.runengine.core.json.JsonPath.Segment;
import dev.runengine.core.json.JsonPointer;
import dev.runengine.core.skill.Shape;
import dev.runengine.core.skill.SkillDescriptor;
import dev.runengine.skills.template.Hole;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Checks holes before anything is filled in: a misspelt pointer would otherwise show in the middle of a run. */
final class Holes {
    static final String RESPONSE = "response";
    static final String JOB = "job";
    static final String FILE = "file";
    static final String BASE64 = "base64";
    private static final String INPUT = "input";
    private static final Set<String> ALWAYS = Set.of(INPUT, "execution");

    private final Shape input;

    Holes(SkillDescriptor skill) {
        this.input = Shape.ofSchema(skill.inputSchema());
    }

    static Set<String> and(Set<String> sources, String more) {
        var all = new TreeSet<>(sources);
        all.add(more);
        return all;
    }

    /**
     * @param sources that are known at that place beside the input and the execution
     * @param at where the holes stand
     */
    void check(Stream<Hole> holes, Set<String> sources, JsonPointer at) {
        var known = new TreeSet<>(ALWAYS);
        known.addAll(sources);
        holes.forEach(hole -> {
            if (!known.contains(hole.source())) {
                throw new JsonMismatchException(at, hole + " is not known here; known are " + String.join(", ", known));
            }
            var pointer = JsonMismatchException.placing(at, () -> JsonPointer.parse(hole.argument()));
            if (hole.source().equals(INPUT) || hole.source().equals(BASE64)) {
                requireInput(hole, pointer, at);
            }
        });
    }

    private void requireInput(Hole hole, JsonPointer pointer, JsonPointer at) {
        if (input.at(path(pointer)) instanceof Shape.Place.Absent(var reached, var detail)) {
            var where = reached.isWhole() ? "the skill's input" : reached + " of the skill's input";
            throw new JsonMismatchException(at, hole + " leads nowhere: " + where + " " + detail);
        }
    }

    private static JsonPath path(JsonPointer pointer) {
        return new JsonPath(pointer.segments().stream()
                .<Segment>map(text ->
                        text.matches("\\d{1,9}") ? new Segment.Index(Integer.parseInt(text)) : new Segment.Name(text))
                .toList());
    }
}
