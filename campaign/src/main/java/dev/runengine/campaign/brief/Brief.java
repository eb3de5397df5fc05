package dev.runengine.campaign.brief;

import dev.runengine.core.json.CanonicalJson;
import dev.runengine.core.json.Json;
import dev.runengine.skills.json.JacksonJson;
import dev.runengine.skills.typed.SkillException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What the campaign shall be, as its author wrote it.
 *
 * @param canonical one text per brief, whatever way it was written: the seed of every choice
 * @param text all texts of the brief, one per line
 * @param words the same, for looking up
 */
public record Brief(JsonNode source, String canonical, String text, Words words) {
    private static final int MAX_LENGTH = 20_000;
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Z}\\p{C}]*");

    /** @param pointer to the brief in the skill's input */
    public static Brief read(JsonNode source, String pointer) throws SkillException {
        var canonical = CanonicalJson.text(JacksonJson.fromNode(source));
        var texts = new ArrayList<String>();
        collect(JacksonJson.fromNode(source), texts);
        var text = String.join("\n", texts);
        check(text, pointer);
        checkTitle(source, pointer);
        return new Brief(source, canonical, text, Words.of(text));
    }

    private static void check(String text, String pointer) throws SkillException {
        int length = text.codePointCount(0, text.length());
        if (length > MAX_LENGTH) {
            throw SkillException.invalidInput(
                    pointer, "is " + length + " characters long; shorten it to " + MAX_LENGTH);
        }
        if (isInvisible(text)) {
            throw SkillException.invalidInput(pointer, "is blank; say in a sentence what the campaign is about");
        }
    }

    private static void checkTitle(JsonNode source, String pointer) throws SkillException {
        var title = source.path("title");
        if (title.isString() && isInvisible(title.stringValue())) {
            throw SkillException.invalidInput(pointer + "/title", "is blank; name the campaign or leave the title out");
        }
    }

    /** Space of any kind and characters without a shape. */
    private static boolean isInvisible(String text) {
        return INVISIBLE.matcher(text).matches();
    }

    private static void collect(Json value, List<String> texts) {
        switch (value) {
            case Json.JString(String text) -> texts.add(text);
            case Json.JArray(var items) -> items.forEach(item -> collect(item, texts));
            // By name: how a client happens to order the members must not change the plan.
            case Json.JObject(var members) -> new TreeMap<>(members).values().forEach(member -> collect(member, texts));
            case Json.JNumber number -> texts.add(number.toString());
            case Json.JBool _, Json.JNull _ -> {}
        }
    }

    /** The first of these members that is a text with something in it; dots lead into objects: {@code copy.cta_text}. */
    public Optional<String> member(String... paths) {
        for (var path : paths) {
            var node = source.at("/" + path.replace('.', '/'));
            if (node.isString() && !isInvisible(node.stringValue())) {
                return Optional.of(node.stringValue().strip());
            }
        }
        return Optional.empty();
    }

    /** The texts in a list, or the names of the objects in it. */
    public List<String> list(String member) {
        return source.path(member)
                .valueStream()
                .map(item -> item.isString() ? item : item.path("name"))
                .filter(name -> name.isString() && !isInvisible(name.stringValue()))
                .map(name -> name.stringValue().strip())
                .toList();
    }

    public Optional<String> brand() {
        return member("brand", "brand_name", "company", "brand.name", "brief.brand");
    }

    /** The game it asks for by name or id, known or not. */
    public Optional<String> game() {
        return member("template_id", "game_template.template_id", "game_template", "game", "template");
    }
}
