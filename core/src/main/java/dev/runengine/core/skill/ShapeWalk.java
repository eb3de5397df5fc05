package dev.runengine.core.skill;

import dev.runengine.core.json.JsonPath;
import dev.runengine.core.json.JsonPath.Segment;
import dev.runengine.core.skill.Shape.AnyShape;
import dev.runengine.core.skill.Shape.ArrayShape;
import dev.runengine.core.skill.Shape.EitherShape;
import dev.runengine.core.skill.Shape.ObjectShape;
import dev.runengine.core.skill.Shape.Place;
import dev.runengine.core.skill.Shape.Place.Absent;
import dev.runengine.core.skill.Shape.Place.Found;
import dev.runengine.core.skill.Shape.ScalarShape;
import dev.runengine.core.text.Nearest;
import java.util.List;

/** Follows a path through a shape. */
final class ShapeWalk {
    private ShapeWalk() {}

    static Place follow(Shape shape, JsonPath path, int depth) {
        if (depth == path.segments().size()) {
            return new Found(shape);
        }
        return switch (shape) {
            case AnyShape any -> new Found(any);
            case ScalarShape(var kind) -> new Absent(path.prefix(depth), "is a " + kind + " and has nothing inside");
            case ObjectShape object -> intoObject(object, path, depth);
            case ArrayShape array -> intoArray(array, path, depth);
            case EitherShape(var options) -> intoEither(options, path, depth);
        };
    }

    private static Place intoObject(ObjectShape object, JsonPath path, int depth) {
        return switch (path.segments().get(depth)) {
            case Segment.Index _ -> new Absent(path.prefix(depth), "is an object, not an array");
            case Segment.Name(var name) -> {
                var property = object.properties().get(name);
                if (property != null) {
                    yield follow(property, path, depth + 1);
                }
                yield object.additional()
                        .map(additional -> follow(additional, path, depth + 1))
                        .orElseGet(() -> new Absent(path.prefix(depth), undeclared(name, object)));
            }
        };
    }

    private static String undeclared(String name, ObjectShape object) {
        var names = object.properties().keySet();
        var known = names.isEmpty() ? "it has no properties" : "it has " + String.join(", ", names);
        return "has no \"" + name + "\": " + known + Nearest.hint(name, names);
    }

    private static Place intoArray(ArrayShape array, JsonPath path, int depth) {
        return switch (path.segments().get(depth)) {
            case Segment.Name(var name) ->
                new Absent(path.prefix(depth), "is an array; an item of it is [0], not \"" + name + "\"");
            case Segment.Index(int index)
            when index < array.first().size() -> follow(array.first().get(index), path, depth + 1);
            case Segment.Index _ ->
                array.rest()
                        .map(rest -> follow(rest, path, depth + 1))
                        .orElseGet(() -> new Absent(
                                path.prefix(depth), "has " + array.first().size() + " items"));
        };
    }

    /** The path exists when it does in one option; else the option that got furthest explains best. */
    private static Place intoEither(List<Shape> options, JsonPath path, int depth) {
        var furthest = new Absent(path.prefix(depth), "has nothing inside");
        for (var option : options) {
            switch (follow(option, path, depth)) {
                case Found found -> {
                    return found;
                }
                case Absent absent -> furthest = further(furthest, absent);
            }
        }
        return furthest;
    }

    private static Absent further(Absent a, Absent b) {
        int lead = b.reached().segments().size() - a.reached().segments().size();
        // A scalar option (mostly null) explains nothing when another option has properties to list.
        return lead > 0 || lead == 0 && a.detail().endsWith("nothing inside") ? b : a;
    }
}
