package dev.runengine.skills.template;

import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JArray;
import dev.runengine.core.json.Json.JBool;
import dev.runengine.core.json.Json.JNull;
import dev.runengine.core.json.Json.JNumber;
import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.json.Json.JString;
import dev.runengine.core.json.JsonMismatchException;
import dev.runengine.core.json.JsonPointer;
import dev.runengine.skills.typed.SkillException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * JSON whose texts have holes. A text that is one hole becomes the value that fills it, of whatever kind; when there is
 * none, the member or item that it is is left out. Immutable.
 */
public final class JsonTemplate {

    private sealed interface Node {}

    private record Fixed(Json value) implements Node {}

    private record Value(Hole hole) implements Node {}

    private record Text(TextTemplate template) implements Node {}

    private record Items(List<Node> items) implements Node {}

    private record Members(Map<String, Node> members) implements Node {}

    private final Node root;

    private JsonTemplate(Node root) {
        this.root = root;
    }

    /**
     * @param at where the template stands in its document, for messages
     * @throws JsonMismatchException for a hole that is none
     */
    public static JsonTemplate compile(Json template, JsonPointer at) {
        return new JsonTemplate(node(template, at));
    }

    public Stream<Hole> holes() {
        return holes(root);
    }

    /** @return empty when the template is one hole and there is nothing to fill it */
    public Optional<Json> fill(Scope scope) throws SkillException {
        return fill(root, scope);
    }

    private static Node node(Json template, JsonPointer at) {
        return switch (template) {
            case JNull _, JBool _, JNumber _ -> new Fixed(template);
            case JString(var text) -> JsonMismatchException.placing(at, () -> text(text));
            case JArray(var items) -> {
                var nodes = new ArrayList<Node>();
                items.forEach(item -> nodes.add(node(item, at.append(nodes.size()))));
                yield new Items(nodes);
            }
            case JObject(var members) -> {
                var nodes = new LinkedHashMap<String, Node>();
                members.forEach((name, member) -> nodes.put(name, node(member, at.append(name))));
                yield new Members(nodes);
            }
        };
    }

    private static Node text(String text) {
        var template = TextTemplate.compile(text);
        return template.onlyHole().<Node>map(Value::new).orElseGet(() -> new Text(template));
    }

    private static Stream<Hole> holes(Node node) {
        return switch (node) {
            case Fixed _ -> Stream.empty();
            case Value(var hole) -> Stream.of(hole);
            case Text(var template) -> template.holes();
            case Items(var items) -> items.stream().flatMap(JsonTemplate::holes);
            case Members(var members) -> members.values().stream().flatMap(JsonTemplate::holes);
        };
    }

    private static Optional<Json> fill(Node node, Scope scope) throws SkillException {
        return switch (node) {
            case Fixed(var value) -> Optional.of(value);
            case Value(var hole) -> scope.find(hole).or(hole::otherwise);
            case Text(var template) -> Optional.of(Json.of(template.fill(scope)));
            case Items(var items) -> Optional.of(array(items, scope));
            case Members(var members) -> Optional.of(object(members, scope));
        };
    }

    private static Json array(List<Node> items, Scope scope) throws SkillException {
        var filled = new ArrayList<Json>();
        for (var item : items) {
            fill(item, scope).ifPresent(filled::add);
        }
        return new JArray(filled);
    }

    private static Json object(Map<String, Node> members, Scope scope) throws SkillException {
        var filled = new LinkedHashMap<String, Json>();
        for (var member : members.entrySet()) {
            fill(member.getValue(), scope).ifPresent(value -> filled.put(member.getKey(), value));
        }
        return new JObject(filled);
    }
}
