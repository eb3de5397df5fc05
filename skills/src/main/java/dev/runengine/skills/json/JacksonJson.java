package dev.runengine.skills.json;

import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JArray;
import dev.runengine.core.json.Json.JBool;
import dev.runengine.core.json.Json.JNull;
import dev.runengine.core.json.Json.JNumber;
import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.json.Json.JString;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Translates between {@link Json} and Jackson's {@link JsonNode}. */
public final class JacksonJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JacksonJson() {}

    public static JsonNode toNode(Json value) {
        return switch (value) {
            case JNull _ -> NODES.nullNode();
            case JBool(boolean b) -> NODES.booleanNode(b);
            case JNumber n when n.isInteger() -> NODES.numberNode((long) n.value());
            // 1e300 is an integer to JSON Schema, whose validator would try to make a long of a double.
            case JNumber(double d) when d == Math.rint(d) -> NODES.numberNode(new BigDecimal(d).toBigInteger());
            case JNumber(double d) -> NODES.numberNode(d);
            case JString(String s) -> NODES.stringNode(s);
            case JArray(var items) -> {
                var array = NODES.arrayNode(items.size());
                items.forEach(item -> array.add(toNode(item)));
                yield array;
            }
            case JObject(var members) -> {
                var object = NODES.objectNode();
                members.forEach((name, member) -> object.set(name, toNode(member)));
                yield object;
            }
        };
    }

    /** @throws IllegalArgumentException for a node that has no JSON form (binary, POJO) or a number no double holds */
    public static Json fromNode(JsonNode node) {
        return switch (node.getNodeType()) {
            case NULL, MISSING -> Json.NULL;
            case BOOLEAN -> Json.of(node.booleanValue());
            case STRING -> Json.of(node.stringValue());
            case NUMBER -> fromNumber(node);
            case ARRAY -> {
                var items = new ArrayList<Json>(node.size());
                node.forEach(item -> items.add(fromNode(item)));
                yield new JArray(items);
            }
            case OBJECT -> {
                var members = new LinkedHashMap<String, Json>();
                node.properties().forEach(p -> members.put(p.getKey(), fromNode(p.getValue())));
                yield new JObject(members);
            }
            case BINARY, POJO -> throw new IllegalArgumentException("JSON has no " + node.getNodeType());
        };
    }

    private static Json fromNumber(JsonNode node) {
        double value = node.doubleValue();
        // Compared exactly: a double rounds 2^53 + 1 to 2^53 before anything else could notice.
        if (node.isIntegralNumber() && new BigDecimal(value).compareTo(node.decimalValue()) != 0) {
            throw new IllegalArgumentException(
                    "no double holds the integer " + node + " exactly; write it as a string");
        }
        return Json.of(value);
    }
}
