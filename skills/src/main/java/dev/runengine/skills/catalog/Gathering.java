package dev.runengine.skills.catalog;

import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.skill.Skill;
import dev.runengine.skills.schema.JsonSchemas;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A catalog in the making: goes on after a problem, so that a person sees all of them at once. */
final class Gathering {
    private final JsonSchemas schemas;
    private final Map<String, Skill> skills = new TreeMap<>();
    private final Map<String, String> aliases = new TreeMap<>();
    private final Map<String, String> packOfName = new HashMap<>();
    private final List<String> problems = new ArrayList<>();

    Gathering(JsonSchemas schemas) {
        this.schemas = schemas;
    }

    void addSkills(SkillPack pack) {
        for (var skill : pack.skills()) {
            var descriptor = skill.descriptor();
            if (isFree(descriptor.id(), pack)) {
                skills.put(descriptor.id(), skill);
            }
            checkSchema(descriptor.inputSchema(), "input schema of skill " + descriptor.id());
            checkSchema(descriptor.outputSchema(), "output schema of skill " + descriptor.id());
        }
    }

    void addAliases(SkillPack pack) {
        pack.aliases().forEach((alias, id) -> {
            if (!skills.containsKey(id)) {
                problems.add("alias " + alias + " of pack " + pack.name() + " names the skill " + id
                        + ", which no pack has");
            } else if (isFree(alias, pack)) {
                aliases.put(alias, id);
            }
        });
    }

    SkillCatalog catalog() {
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("the skills do not make a catalog:\n- " + String.join("\n- ", problems));
        }
        return new SkillCatalog(Collections.unmodifiableMap(skills), Collections.unmodifiableMap(aliases));
    }

    private boolean isFree(String name, SkillPack pack) {
        var owner = packOfName.putIfAbsent(name, pack.name());
        if (owner != null) {
            problems.add("the name " + name + " is given twice, by pack " + owner + " and by pack " + pack.name());
        }
        return owner == null;
    }

    private void checkSchema(JObject schema, String what) {
        for (var problem : schemas.checkSchema(schema)) {
            problems.add(what + ", at \"" + problem.pointer() + "\": " + problem.detail());
        }
    }
}
