package dev.runengine.core.json;

import dev.runengine.core.json.Json.JArray;
import dev.runengine.core.json.Json.JBool;
import dev.runengine.core.json.Json.JNull;
import dev.runengine.core.json.Json.JNumber;
import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.json.Json.JString;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;

/**
 * The canonical form of a JSON value: one text per value, whatever way it was written.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8785">RFC 8785, JSON Canonicalization Scheme</a>
 */
public final class CanonicalJson {
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private CanonicalJson() {}

    public static String text(Json value) {
        var out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    /** The canonical text in UTF-8: the bytes that are hashed. */
    public static byte[] bytes(Json value) {
        return text(value).getBytes(StandardCharsets.UTF_8);
    }

    private static void write(Json value, StringBuilder out) {
        switch (value) {
            case JNull _ -> out.append("null");
            case JBool(boolean b) -> out.append(b);
            case JNumber(double d) -> EcmaNumber.append(d, out);
            case JString(String s) -> quote(s, out);
            case JArray array -> writeArray(array, out);
            case JObject object -> writeObject(object, out);
        }
    }

    private static void writeArray(JArray array, StringBuilder out) {
        out.append('[');
        var separator = "";
        for (var item : array.items()) {
            out.append(separator);
            write(item, out);
            separator = ",";
        }
        out.append(']');
    }

    private static void writeObject(JObject object, StringBuilder out) {
        // String.compareTo compares UTF-16 code units, which is the order RFC 8785 asks for.
        var members = new ArrayList<>(object.members().entrySet());
        members.sort(Map.Entry.comparingByKey());
        out.append('{');
        var separator = "";
        for (var member : members) {
            out.append(separator);
            quote(member.getKey(), out);
            out.append(':');
            write(member.getValue(), out);
            separator = ",";
        }
        out.append('}');
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20) {
                        out.append("\\u00").append(HEX[c >> 4]).append(HEX[c & 15]);
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
