package dev.runengine.skills.provider;

import dev.runengine.skills.catalog.SkillPack;
import dev.runengine.skills.http.HttpCalls;
import dev.runengine.skills.http.Secrets;
import dev.runengine.skills.job.HttpSkill;
import dev.runengine.skills.schema.JsonSchemas;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Puts providers in the place of skills' own implementations. A skill keeps its id, version and schemas; its
 * implementation names the provider and a digest of the binding, so that results are found again only while both stay.
 */
public final class Providers {
    private Providers() {}

    /**
     * @param file the bindings, as {@code providers.schema.json} beside this class describes them
     * @param environment where secrets are
     * @return the packs, with the skills that the file binds exchanged
     * @throws ProvidersException naming every problem of the file
     */
    public static List<SkillPack> bind(Path file, Map<String, String> environment, List<SkillPack> packs) {
        var secrets = new Secrets(environment);
        var clock = InstantSource.system();
        return bind(
                file,
                secrets,
                packs,
                new HttpSkill.Surroundings(new HttpCalls(secrets, clock), new JsonSchemas(), clock));
    }

    static List<SkillPack> bind(Path file, Secrets secrets, List<SkillPack> packs, HttpSkill.Surroundings around) {
        var problems = new ArrayList<String>();
        var bindings = BindingsFile.read(file, problems);
        var bound = new SkillBinder(secrets, around, problems).bind(bindings, packs);
        if (!problems.isEmpty()) {
            throw new ProvidersException(file, problems);
        }
        return bound;
    }
}
