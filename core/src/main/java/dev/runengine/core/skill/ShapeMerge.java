package dev.runengine.core.skill;

import dev.runengine.core.skill.Shape.AnyShape;
import dev.runengine.core.skill.Shape.ArrayShape;
import dev.runengine.core.skill.Shape.EitherShape;
import dev.runengine.core.skill.Shape.ObjectShape;
import dev.runengine.core.skill.Shape.ScalarShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** The shape of documents that have two shapes at once, as permissive as the two allow. */
final class ShapeMerge {
    private ShapeMerge() {}

    static Shape both(Shape a, Shape b) {
        return switch (a) {
            case AnyShape _, ScalarShape _ -> b instanceof AnyShape ? a : b;
            case EitherShape(var options) ->
                new EitherShape(options.stream().map(option -> both(option, b)).toList());
            case ObjectShape object -> withObject(object, b);
            case ArrayShape array -> withArray(array, b);
        };
    }

    private static Shape withObject(ObjectShape object, Shape other) {
        return switch (other) {
            case AnyShape _, ScalarShape _, ArrayShape _ -> object;
            case ObjectShape second -> objects(object, second);
            case EitherShape(var options) ->
                new EitherShape(
                        options.stream().map(option -> both(object, option)).toList());
        };
    }

    private static Shape withArray(ArrayShape array, Shape other) {
        return switch (other) {
            case AnyShape _, ScalarShape _, ObjectShape _ -> array;
            case ArrayShape second -> arrays(array, second);
            case EitherShape(var options) ->
                new EitherShape(
                        options.stream().map(option -> both(array, option)).toList());
        };
    }

    private static ObjectShape objects(ObjectShape a, ObjectShape b) {
        var properties = new LinkedHashMap<>(a.properties());
        b.properties().forEach((name, shape) -> properties.merge(name, shape, ShapeMerge::both));
        var required = new LinkedHashSet<>(a.required());
        required.addAll(b.required());
        return new ObjectShape(properties, required, ofBoth(a.additional(), b.additional()));
    }

    private static ArrayShape arrays(ArrayShape a, ArrayShape b) {
        var first = new ArrayList<Shape>();
        for (int i = 0; i < Math.max(a.first().size(), b.first().size()); i++) {
            first.add(both(item(a, i), item(b, i)));
        }
        return new ArrayShape(first, ofBoth(a.rest(), b.rest()));
    }

    private static Shape item(ArrayShape array, int index) {
        List<Shape> first = array.first();
        return index < first.size() ? first.get(index) : array.rest().orElse(Shape.ANY);
    }

    /** What one of the two closes stays closed. */
    private static Optional<Shape> ofBoth(Optional<Shape> a, Optional<Shape> b) {
        return a.flatMap(first -> b.map(second -> both(first, second)));
    }
}
