package dev.runengine.campaign.planning;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.runengine.campaign.brief.Brief;
import dev.runengine.campaign.brief.BriefReading;
import dev.runengine.campaign.copy.CopyWriter;
import dev.runengine.campaign.planning.CampaignPlan.Colors;
import dev.runengine.campaign.planning.CampaignPlan.GameTemplate;
import dev.runengine.campaign.random.SplitMix;
import dev.runengine.core.json.CanonicalJson;
import dev.runengine.core.skill.SkillContext;
import dev.runengine.skills.json.JacksonJson;
import dev.runengine.skills.typed.SkillException;
import java.io.IOException;
import java.nio.file.Files;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Plans a campaign from words alone: lexicons find what the brief says, a generator seeded by the brief the rest. */
final class CampaignPlanner {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private final SoundChoice sounds = new SoundChoice(AudioLexicon.SHIPPED);

    CampaignPlan plan(PlanRequest request, SkillContext context) throws SkillException, IOException {
        var plan = plan(Brief.read(request.brief(), "/brief"), request);
        var file = context.workspace().resolve("campaign-plan.json");
        Files.write(file, CanonicalJson.bytes(JacksonJson.fromNode(MAPPER.valueToTree(plan))));
        context.publish(file, "application/json", "campaign-plan.json");
        return plan;
    }

    private CampaignPlan plan(Brief brief, PlanRequest request) {
        var random = SplitMix.of(brief.canonical());
        var reading = BriefReading.of(brief, request.limits(), random);
        var theme = reading.theme();
        var game = reading.game();
        var copy = CopyWriter.write(brief, game.template().id(), reading.language(), random);
        var assets = new AssetList(theme, reading.mood());
        return new CampaignPlan(
                theme.id(),
                theme.tone(),
                Colors.of(reading.colours()),
                GameTemplate.of(game),
                reading.difficulty(),
                assets.required(brief, request.brandAssets()),
                assets.videos(copy.introHeadline()),
                sounds.of(brief, reading),
                copy,
                theme.motifs());
    }
}
