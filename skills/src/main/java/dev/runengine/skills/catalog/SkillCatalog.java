package dev.runengine.skills.catalog;

import dev.runengine.core.skill.Skill;
import dev.runengine.core.skill.SkillDescriptor;
import dev.runengine.core.skill.SkillLookup;
import dev.runengine.skills.schema.JsonSchemas;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The skills of a deployment, by id and alias. Immutable. */
public final class SkillCatalog implements SkillLookup {
    private final Map<String, Skill> byId;
    private final Map<String, String> aliases;

    SkillCatalog(Map<String, Skill> byId, Map<String, String> aliases) {
        this.byId = byId;
        this.aliases = aliases;
    }

    /**
     * @param schemas keeps the compiled schemas, so that the first execution does not pay for them
     * @throws IllegalArgumentException naming every problem: an id or alias given twice, an alias without its skill, a
     *     schema that is none
     */
    public static SkillCatalog of(Collection<? extends SkillPack> packs, JsonSchemas schemas) {
        var gathering = new Gathering(schemas);
        packs.forEach(gathering::addSkills);
        packs.forEach(gathering::addAliases); // After all skills: an alias may name a skill of another pack.
        return gathering.catalog();
    }

    /** The skill to run. */
    public Optional<Skill> skill(String idOrAlias) {
        return Optional.ofNullable(byId.get(aliases.getOrDefault(idOrAlias, idOrAlias)));
    }

    @Override
    public Optional<SkillDescriptor> find(String idOrAlias) {
        return skill(idOrAlias).map(Skill::descriptor);
    }

    /** Every skill once, by id in alphabetical order. */
    public List<SkillDescriptor> descriptors() {
        return byId.values().stream().map(Skill::descriptor).toList();
    }

    /** Alias to id, in alphabetical order. */
    public Map<String, String> aliases() {
        return aliases;
    }
}
