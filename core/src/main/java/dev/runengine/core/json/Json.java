package dev.runengine.core.json;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON value as immutable data (RFC 8259, restricted to I-JSON, RFC 7493).
 *
 * <p>Numbers are IEEE 754 doubles, as in RFC 8785: a value that no double holds cannot be built. Objects keep the order
 * in which their members were written; order takes no part in equality.
 */
public sealed interface Json {

    /** The JSON null. A member that is null is a value, not an absent member. */
    record JNull() implements Json {
        @Override
        public String toString() {
            return "null";
        }
    }

    record JBool(boolean value) implements Json {
        @Override
        public String toString() {
            return Boolean.toString(value);
        }
    }

    record JNumber(double value) implements Json {
        public JNumber {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("JSON has no " + value);
            }
            value = value + 0.0; // -0 and 0 are one value, and compare as one
        }

        public boolean isInteger() {
            return value == Math.rint(value) && Math.abs(value) <= MAX_SAFE_INTEGER;
        }

        @Override
        public String toString() {
            return CanonicalJson.text(this);
        }
    }

    record JString(String value) implements Json {
        @Override
        public String toString() {
            return CanonicalJson.text(this);
        }
    }

    record JArray(List<Json> items) implements Json {
        public JArray {
            items = List.copyOf(items);
        }

        @Override
        public String toString() {
            return CanonicalJson.text(this);
        }
    }

    record JObject(Map<String, Json> members) implements Json {
        public JObject {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }

        public static final JObject EMPTY = new JObject(Map.of());

        public Optional<Json> get(String name) {
            return Optional.ofNullable(members.get(name));
        }

        /** A copy with one member set, at its old place or at the end. */
        public JObject with(String name, Json value) {
            var copy = new LinkedHashMap<>(members);
            copy.put(name, value);
            return new JObject(copy);
        }

        public JObject without(String name) {
            var copy = new LinkedHashMap<>(members);
            copy.remove(name);
            return new JObject(copy);
        }

        @Override
        public String toString() {
            return CanonicalJson.text(this);
        }
    }

    /** The largest integer up to which every integer has a double of its own: 2^53 - 1 is safe, 2^53 is exact. */
    double MAX_SAFE_INTEGER = 9_007_199_254_740_992d;

    Json NULL = new JNull();
    Json TRUE = new JBool(true);
    Json FALSE = new JBool(false);

    static Json of(boolean value) {
        return value ? TRUE : FALSE;
    }

    static Json of(double value) {
        return new JNumber(value);
    }

    static Json of(String value) {
        return new JString(value);
    }

    static JArray array(Json... items) {
        return new JArray(Arrays.asList(items));
    }

    static JObject object() {
        return JObject.EMPTY;
    }

    static JObject object(String name, Json value) {
        return JObject.EMPTY.with(name, value);
    }

    static JObject object(String n1, Json v1, String n2, Json v2) {
        return object(n1, v1).with(n2, v2);
    }

    static JObject object(String n1, Json v1, String n2, Json v2, String n3, Json v3) {
        return object(n1, v1, n2, v2).with(n3, v3);
    }

    /** The word a person would use for the kind of this value: object, array, string, number, boolean or null. */
    default String kind() {
        return switch (this) {
            case JNull _ -> "null";
            case JBool _ -> "boolean";
            case JNumber _ -> "number";
            case JString _ -> "string";
            case JArray _ -> "array";
            case JObject _ -> "object";
        };
    }
}
