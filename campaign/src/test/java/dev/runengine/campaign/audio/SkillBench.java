package dev.runengine.campaign.audio;

import dev.runengine.campaign.testing.ContractedSkill;
import dev.runengine.campaign.testing.LocalSkillContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/** The three skills, run one after the other as a workflow runs them. */
record SkillBench(LocalSkillContext context) {
    static final ContractedSkill BGM = ContractedSkill.of(AudioSkills.all(), "generate_bgm_track");
    static final ContractedSkill SFX = ContractedSkill.of(AudioSkills.all(), "generate_sfx_pack");
    static final ContractedSkill MIX = ContractedSkill.of(AudioSkills.all(), "mix_audio_for_game");

    static SkillBench in(Path folder) {
        return new SkillBench(new LocalSkillContext(folder));
    }

    JsonNode bgm(String genre, double seconds) {
        return BGM.succeed(json("{'style': {'genre': '%s'}, 'duration_sec': %s}", genre, seconds), context);
    }

    JsonNode bgm(String genre, String mood, double seconds) {
        return BGM.succeed(
                json("{'style': {'genre': '%s', 'mood': '%s'}, 'duration_sec': %s}", genre, mood, seconds), context);
    }

    JsonNode sfx(String style, String... intents) {
        var list = new StringBuilder();
        for (var intent : intents) {
            list.append(list.isEmpty() ? "" : ", ").append("{'name': '%s', 'intent': '%<s'}".formatted(intent));
        }
        return SFX.succeed(json("{'style': '%s', 'sfx_list': [%s]}", style, list), context);
    }

    /** @param more members of the input, each after a comma */
    JsonNode mix(JsonNode bgm, JsonNode sfx, String more) {
        return MIX.succeed(
                json(
                        "{'bgm_uri': '%s', 'loudness_targets': {}, 'sfx_files': %s %s}",
                        bgm.get("audio_uri").asString(), sfx.get("sfx_files"), more),
                context);
    }

    Path file(JsonNode holder, String member) {
        return context.published(holder.get(member).asString());
    }

    /** The address of a file with this content. */
    String upload(String name, byte[] content) {
        try {
            return context.put(Files.write(context.workspace().resolve(name), content))
                    .uri();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(String template, Object... values) {
        return ContractedSkill.json(template.formatted(values).replace('\'', '"'));
    }
}
