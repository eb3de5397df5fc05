package dev.runengine.core.json;

import dev.runengine.core.json.Json.JArray;
import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.json.Json.JString;
import dev.runengine.core.json.JsonRead.Parsed;
import dev.runengine.core.json.JsonRead.Refused;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;

/** Recursive descent over one text. Keeps the way down, so that a refusal can name the value it happened in. */
final class JsonParser {
    private final String text;
    private final JsonCursor cursor;
    private final JsonNumberParser numbers;
    private final JsonStringParser strings;
    private final int maxDepth;
    private final String[] way;
    private int depth;

    JsonParser(String text, int maxDepth) {
        this.text = text;
        this.cursor = new JsonCursor(text);
        this.numbers = new JsonNumberParser(cursor);
        this.strings = new JsonStringParser(cursor);
        this.maxDepth = maxDepth;
        this.way = new String[maxDepth];
    }

    JsonRead read() {
        try {
            cursor.skipWhitespace();
            var value = value();
            cursor.skipWhitespace();
            if (!cursor.atEnd()) {
                throw cursor.unexpected("nothing after the value");
            }
            return new Parsed(value);
        } catch (JsonRefusal refusal) {
            int position = Math.min(refusal.position, text.length());
            var place = TextPlace.endOf(text.substring(0, position));
            var pointer = new JsonPointer(Arrays.asList(way).subList(0, depth)).toString();
            return new Refused(pointer, place.line(), place.column(), refusal.detail);
        }
    }

    private Json value() {
        return switch (cursor.peek()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> new JString(strings.read());
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> Json.of(numbers.read());
            case 't' -> word("true", Json.TRUE);
            case 'f' -> word("false", Json.FALSE);
            case 'n' -> word("null", Json.NULL);
            default -> throw cursor.unexpected("a value");
        };
    }

    private Json word(String word, Json value) {
        if (!cursor.takeWord(word)) {
            throw cursor.unexpected("a value");
        }
        return value;
    }

    private Json object() {
        open();
        cursor.skipWhitespace();
        if (cursor.takeIf('}')) {
            return JObject.EMPTY;
        }
        var members = new LinkedHashMap<String, Json>();
        do {
            member(members);
        } while (another('}'));
        return new JObject(members);
    }

    private void member(LinkedHashMap<String, Json> members) {
        cursor.skipWhitespace();
        if (cursor.peek() != '"') {
            throw cursor.unexpected("a member name in double quotes");
        }
        int start = cursor.position();
        var name = strings.read();
        enter(name);
        cursor.skipWhitespace();
        if (!cursor.takeIf(':')) {
            throw cursor.unexpected("':' after a member name");
        }
        cursor.skipWhitespace();
        if (members.putIfAbsent(name, value()) != null) {
            throw cursor.refuse(start, "the object has the member \"" + name + "\" twice");
        }
        depth--;
    }

    private Json array() {
        open();
        cursor.skipWhitespace();
        if (cursor.takeIf(']')) {
            return new JArray(List.of());
        }
        var items = new ArrayList<Json>();
        do {
            cursor.skipWhitespace();
            enter(Integer.toString(items.size()));
            items.add(value());
            depth--;
        } while (another(']'));
        return new JArray(items);
    }

    private boolean another(char close) {
        cursor.skipWhitespace();
        if (cursor.takeIf(',')) {
            return true;
        }
        if (cursor.takeIf(close)) {
            return false;
        }
        throw cursor.unexpected("',' or '" + close + "'");
    }

    private void open() {
        if (depth == maxDepth) {
            throw cursor.refuse("arrays and objects are more than " + maxDepth + " deep");
        }
        cursor.take();
    }

    private void enter(String segment) {
        way[depth++] = segment;
    }
}
