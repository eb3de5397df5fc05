package dev.runengine.core.json;

import dev.runengine.core.json.Json.JArray;
import dev.runengine.core.json.Json.JBool;
import dev.runengine.core.json.Json.JNull;
import dev.runengine.core.json.Json.JNumber;
import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.json.Json.JString;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Random;

/** Seeded values, and ways to write a value that all mean the same. */
public final class RandomJson {
    private static final String[] TEXTS = {
        "", "a", "b", "é", "€", "😀", "\n", "\"", "\\", "/", "~", "0", "a b", "\u007f"
    };

    private final Random random;

    public RandomJson(long seed) {
        this.random = new Random(seed);
    }

    public Json value(int depth) {
        return switch (random.nextInt(depth == 0 ? 5 : 8)) {
            case 0 -> Json.NULL;
            case 1 -> Json.of(random.nextBoolean());
            case 2 -> Json.of(random.nextInt(-5, 5));
            case 3 -> Json.of(random.nextGaussian() * Math.pow(10, random.nextInt(-30, 30)));
            case 4 -> Json.of(text());
            case 5 -> array(depth - 1);
            default -> object(depth - 1);
        };
    }

    public JObject object(int depth) {
        var members = new LinkedHashMap<String, Json>();
        for (int i = random.nextInt(5); i > 0; i--) {
            members.put(text(), value(depth));
        }
        return new JObject(members);
    }

    /** The same value: members in another order, other white space, other escapes, other spellings of numbers. */
    public String writtenSomehow(Json value) {
        return space()
                + switch (value) {
                    case JNull _ -> "null";
                    case JBool(boolean b) -> Boolean.toString(b);
                    case JNumber(double d) -> number(d);
                    case JString(String s) -> quoted(s);
                    case JArray(var items) ->
                        "["
                                + String.join(
                                        ",",
                                        items.stream().map(this::writtenSomehow).toList()) + space() + "]";
                    case JObject(var members) -> {
                        var names = new ArrayList<>(members.keySet());
                        Collections.shuffle(names, random);
                        yield "{"
                                + String.join(
                                        ",",
                                        names.stream()
                                                .map(name -> member(name, members.getOrDefault(name, Json.NULL)))
                                                .toList())
                                + space() + "}";
                    }
                }
                + space();
    }

    private Json array(int depth) {
        var items = new ArrayList<Json>();
        for (int i = random.nextInt(4); i > 0; i--) {
            items.add(value(depth));
        }
        return new JArray(items);
    }

    private String member(String name, Json value) {
        return space() + quoted(name) + space() + ":" + writtenSomehow(value);
    }

    private String text() {
        var text = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            text.append(TEXTS[random.nextInt(TEXTS.length)]);
        }
        return text.toString();
    }

    private String number(double value) {
        return switch (random.nextInt(3)) {
            case 0 -> Double.toString(value).replace("E", "e+").replace("+-", "-");
            case 1 -> new BigDecimal(value).toPlainString() + (value == Math.rint(value) ? ".00" : "0");
            default -> CanonicalJson.text(Json.of(value));
        };
    }

    private String quoted(String text) {
        var out = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c < ' ' || c == '"' || c == '\\' || random.nextInt(3) == 0) {
                var format = random.nextBoolean() ? "\\u%04x" : "\\u%04X";
                Character.toString(c).chars().forEach(unit -> out.append(String.format(format, unit)));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.append('"').toString();
    }

    private String space() {
        return random.nextInt(4) == 0 ? " \n\t\r".substring(0, random.nextInt(4)) : "";
    }
}
