package dev.runengine.core.skill;

import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.json.JsonPath;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a JSON Schema says about where values are, without what it says about the values: enough to tell whether a path
 * can lead anywhere. Where a schema leaves it open, so does the shape.
 */
public sealed interface Shape {

    record AnyShape() implements Shape {}

    /** @param kind string, number, integer, boolean or null */
    record ScalarShape(String kind) implements Shape {}

    /**
     * @param additional of members that are not declared; empty when the declared ones are all
     */
    record ObjectShape(Map<String, Shape> properties, Set<String> required, Optional<Shape> additional)
            implements Shape {
        public ObjectShape {
            properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
            required = Collections.unmodifiableSet(new LinkedHashSet<>(required));
        }
    }

    /**
     * @param first of the items at the start that have shapes of their own
     * @param rest of the items after those; empty when there are none
     */
    record ArrayShape(List<Shape> first, Optional<Shape> rest) implements Shape {
        public ArrayShape {
            first = List.copyOf(first);
        }
    }

    /** Any one of several. */
    record EitherShape(List<Shape> options) implements Shape {
        public EitherShape {
            options = List.copyOf(options);
        }
    }

    /** Where a path leads. */
    sealed interface Place {
        record Found(Shape shape) implements Place {}

        /**
         * @param reached the part of the path that exists
         * @param detail what is there instead, as a sentence without its subject
         */
        record Absent(JsonPath reached, String detail) implements Place {}
    }

    Shape ANY = new AnyShape();

    /**
     * The shape of the documents that a schema accepts.
     *
     * <p>An object that declares properties and says nothing of additional ones is taken at its word: reading a property
     * that it does not declare is a mistake. Recursive schemas are followed one turn.
     *
     * @param schema JSON Schema 2020-12; references are followed within it
     */
    static Shape ofSchema(JObject schema) {
        return new SchemaProjection(schema).project();
    }

    default Place at(JsonPath path) {
        return ShapeWalk.follow(this, path, 0);
    }

    /** Whether every object of this shape has the property. */
    default boolean requires(String property) {
        return switch (this) {
            case AnyShape _, ScalarShape _, ArrayShape _ -> false;
            case ObjectShape object -> object.required().contains(property);
            case EitherShape(var options) -> options.stream().allMatch(option -> option.requires(property));
        };
    }
}
