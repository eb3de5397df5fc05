package dev.runengine.campaign.copy;

import dev.runengine.campaign.brief.Brief;
import dev.runengine.campaign.brief.BriefReading;
import dev.runengine.campaign.brief.Constraints;
import dev.runengine.campaign.random.SplitMix;
import dev.runengine.core.skill.SkillContext;
import dev.runengine.skills.typed.SkillException;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The skill {@code generate_campaign_copy}. */
final class GenerateCampaignCopy {
    record Input(JsonNode campaignContext, List<CopyType> copyTypes, String tone, int variationsCount) {}

    record Output(List<Copies> copies) {}

    record Copies(CopyType copyType, List<String> variations) {}

    private GenerateCampaignCopy() {}

    static Output run(Input input, SkillContext context) throws SkillException {
        var brief = Brief.read(input.campaignContext(), "/campaign_context");
        var random = SplitMix.of(brief.canonical());
        var reading = BriefReading.of(brief, Constraints.NONE, random);
        var given = new GivenCopy(brief);
        boolean spoken = Phrases.isSpoken(reading.language());
        var variations = new Variations(
                Phrases.in(reading.language()), reading.game().template().id(), Tones.voice(input.tone()), random);
        return new Output(input.copyTypes().stream()
                .map(type -> {
                    var first = given.of(type).stream().toList();
                    // Signs stand for missing text; next to a text in their reader's language they say nothing.
                    int more = spoken || first.isEmpty() ? input.variationsCount() - first.size() : 0;
                    return new Copies(
                            type,
                            Stream.concat(first.stream(), variations.of(type, first, more).stream())
                                    .toList());
                })
                .toList());
    }
}
