package dev.runengine.core.skill;

import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JArray;
import dev.runengine.core.json.Json.JBool;
import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.json.Json.JString;
import dev.runengine.core.json.JsonPointer;
import dev.runengine.core.skill.Shape.ArrayShape;
import dev.runengine.core.skill.Shape.EitherShape;
import dev.runengine.core.skill.Shape.ObjectShape;
import dev.runengine.core.skill.Shape.ScalarShape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Projects one JSON Schema onto its {@link Shape}. Keywords that it does not know leave the place open.
 *
 * @see <a href="https://json-schema.org/draft/2020-12/json-schema-core">JSON Schema 2020-12, Core</a>
 */
final class SchemaProjection {
    private static final Set<String> OBJECT_WORDS = Set.of("properties", "required", "additionalProperties");
    private static final Set<String> ARRAY_WORDS = Set.of("items", "prefixItems");

    private final JObject root;
    private final Map<String, Shape> byReference = new HashMap<>();

    SchemaProjection(JObject root) {
        this.root = root;
    }

    Shape project() {
        return shape(root);
    }

    private Shape shape(Json schema) {
        if (!(schema instanceof JObject object)) {
            return Shape.ANY;
        }
        var shape = ownShape(object);
        for (var part : applicators(object)) {
            shape = ShapeMerge.both(shape, part);
        }
        return shape;
    }

    /** The shapes that keywords beside type and properties add. */
    private List<Shape> applicators(JObject schema) {
        var parts = new ArrayList<Shape>();
        schema.get("$ref").ifPresent(reference -> parts.add(referenced(reference)));
        list(schema, "allOf").forEach(part -> parts.add(shape(part)));
        Stream.of("anyOf", "oneOf")
                .map(word -> list(schema, word))
                .filter(options -> !options.isEmpty())
                .forEach(options -> parts.add(either(options)));
        var branches = Stream.of("then", "else")
                .flatMap(word -> schema.get(word).stream())
                .toList();
        if (!branches.isEmpty()) {
            // Which branch holds is known per document only, and an absent one leaves everything open.
            parts.add(branches.size() == 1 ? optionally(branches.getFirst()) : either(branches));
        }
        return parts;
    }

    private Shape optionally(Json branch) {
        return new EitherShape(List.of(Shape.ANY, shape(branch)));
    }

    private Shape either(List<Json> options) {
        return options.size() == 1
                ? shape(options.getFirst())
                : new EitherShape(options.stream().map(this::shape).toList());
    }

    private Shape ownShape(JObject schema) {
        var types = types(schema);
        return types.size() == 1
                ? ofType(types.getFirst(), schema)
                : new EitherShape(
                        types.stream().map(type -> ofType(type, schema)).toList());
    }

    private static List<String> types(JObject schema) {
        return switch (schema.get("type").orElse(Json.NULL)) {
            case JString(var type) -> List.of(type);
            case JArray array when !array.items().isEmpty() -> texts(array.items());
            case Json _ when schema.members().keySet().stream().anyMatch(OBJECT_WORDS::contains) -> List.of("object");
            case Json _ when schema.members().keySet().stream().anyMatch(ARRAY_WORDS::contains) -> List.of("array");
            case Json _ -> List.of("anything");
        };
    }

    private Shape ofType(String type, JObject schema) {
        return switch (type) {
            case "object" -> object(schema);
            case "array" ->
                new ArrayShape(
                        list(schema, "prefixItems").stream().map(this::shape).toList(), rest(schema));
            case "string", "number", "integer", "boolean", "null" -> new ScalarShape(type);
            default -> Shape.ANY;
        };
    }

    private Shape object(JObject schema) {
        var properties = new LinkedHashMap<String, Shape>();
        if (schema.get("properties").orElse(Json.NULL) instanceof JObject declared) {
            declared.members().forEach((name, property) -> properties.put(name, shape(property)));
        }
        var required = new LinkedHashSet<>(texts(list(schema, "required")));
        return new ObjectShape(properties, required, additional(schema, properties.isEmpty()));
    }

    private Optional<Shape> additional(JObject schema, boolean nothingDeclared) {
        if (schema.members().containsKey("patternProperties")) {
            return Optional.of(Shape.ANY);
        }
        return schema.get("additionalProperties")
                .map(this::unlessFalse)
                .orElseGet(() -> nothingDeclared ? Optional.of(Shape.ANY) : Optional.empty());
    }

    private Optional<Shape> rest(JObject schema) {
        return schema.get("items").map(this::unlessFalse).orElse(Optional.of(Shape.ANY));
    }

    private Optional<Shape> unlessFalse(Json schema) {
        return schema instanceof JBool(boolean allowed) && !allowed ? Optional.empty() : Optional.of(shape(schema));
    }

    private Shape referenced(Json reference) {
        if (!(reference instanceof JString(var uri)) || !(uri.equals("#") || uri.startsWith("#/"))) {
            return Shape.ANY;
        }
        var known = byReference.get(uri);
        if (known != null) {
            return known;
        }
        // Stands for the definition while it is being followed: what refers to itself is open one turn further in.
        byReference.put(uri, Shape.ANY);
        var shape = definition(uri.substring(1)).map(this::shape).orElse(Shape.ANY);
        byReference.put(uri, shape);
        return shape;
    }

    private Optional<Json> definition(String pointer) {
        try {
            return JsonPointer.parse(pointer).find(root);
        } catch (IllegalArgumentException noPointer) {
            return Optional.empty();
        }
    }

    private static List<Json> list(JObject schema, String word) {
        return schema.get(word).orElse(Json.NULL) instanceof JArray(var items) ? items : List.of();
    }

    private static List<String> texts(List<Json> values) {
        return values.stream()
                .flatMap(value -> value instanceof JString(var text) ? Stream.of(text) : Stream.empty())
                .toList();
    }
}
