package dev.runengine.campaign.badinput;

import dev.runengine.skills.json.JacksonJson;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The bad inputs of one skill: each is a good one with one thing made wrong. JSON is written with single quotes. */
final class BadInputs {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    static final String LONG_TEXT = "'" + "very ".repeat(20_000) + "'";
    static final String DEEP = "[".repeat(70) + "]".repeat(70);

    private final String skill;
    private final String good;
    private final List<BadInput> rows = new ArrayList<>();

    private BadInputs(String skill, String good) {
        this.skill = skill;
        this.good = good;
    }

    static BadInputs of(String skill, String good) {
        return new BadInputs(skill, good);
    }

    /** With each of the values at the pointer instead of a good one. */
    BadInputs with(String pointer, String... values) {
        for (var value : values) {
            add(pointer + " = " + shortened(value), pointer, value);
        }
        return this;
    }

    /** With a value at the pointer that is called by a name. */
    BadInputs named(String what, String pointer, String value) {
        add(pointer + " = " + what, pointer, value);
        return this;
    }

    /** With each of the files where an address belongs; the value is JSON with a %s for the address. */
    BadInputs file(String pointer, String value, BadFile... files) {
        for (var file : files) {
            add(pointer + " = " + file, pointer, value.formatted(file.uri()));
        }
        return this;
    }

    /** With everything that any skill must refuse as a whole. */
    Stream<BadInput> rows() {
        with("/no_such_member", "1");
        named("deep JSON", "/no_such_member", DEEP);
        return rows.stream();
    }

    private void add(String what, String pointer, String value) {
        var input = parsed(good);
        set(input, pointer, parsed(value));
        rows.add(new BadInput(skill, what, JacksonJson.fromNode(input), pointer));
    }

    private static void set(JsonNode document, String pointer, JsonNode value) {
        int last = pointer.lastIndexOf('/');
        var name = pointer.substring(last + 1);
        switch (document.at(pointer.substring(0, last))) {
            case ObjectNode object -> object.set(name, value);
            case ArrayNode array -> array.set(Integer.parseInt(name), value);
            case JsonNode other -> throw new IllegalArgumentException("nothing to set at " + pointer + ": " + other);
        }
    }

    private static JsonNode parsed(String text) {
        return MAPPER.readTree(text.replace('\'', '"'));
    }

    private static String shortened(String value) {
        return value.length() <= 40 ? value : value.substring(0, 40) + "...";
    }
}
