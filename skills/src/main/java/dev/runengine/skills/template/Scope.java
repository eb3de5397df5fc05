package dev.runengine.skills.template;

import dev.runengine.core.json.Json;
import dev.runengine.core.json.JsonPointer;
import dev.runengine.skills.typed.SkillException;
import java.util.Map;
import java.util.Optional;

/** What a template is filled in from. */
@FunctionalInterface
public interface Scope {
    /** @return empty when the source has nothing there */
    Optional<Json> find(Hole hole) throws SkillException;

    /** Documents by the name of their source; arguments are JSON pointers into them. */
    static Scope of(Map<String, Json> documents) {
        return hole -> Optional.ofNullable(documents.get(hole.source()))
                .flatMap(document -> JsonPointer.parse(hole.argument()).find(document));
    }

    /** This scope with one document more. */
    default Scope with(String source, Json document) {
        var added = of(Map.of(source, document));
        return hole -> hole.source().equals(source) ? added.find(hole) : find(hole);
    }
}
