package dev.runengine.campaign.planning;

import com.fasterxml.jackson.annotation.JsonInclude;
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

    private final Lexicon lexicon = Lexicon.SHIPPED;
    private final ThemeChoice themes = new ThemeChoice(lexicon);
    private final TemplateChoice templates = new TemplateChoice(lexicon);
    private final Palette palette = new Palette(new StatedColours(lexicon.colours()));
    private final SoundChoice sounds = new SoundChoice(lexicon.audio());
    private final DifficultyChoice difficulty = new DifficultyChoice();
    private final CopyWriter copy = new CopyWriter(lexicon, new LanguageChoice(lexicon.languages()));

    CampaignPlan plan(PlanRequest request, SkillContext context) throws SkillException, IOException {
        var plan = plan(Brief.read(request.brief()), request);
        var file = context.workspace().resolve("campaign-plan.json");
        Files.write(file, CanonicalJson.bytes(JacksonJson.fromNode(MAPPER.valueToTree(plan))));
        context.publish(file, "application/json", "campaign-plan.json");
        return plan;
    }

    private CampaignPlan plan(Brief brief, PlanRequest request) {
        var limits = request.limits();
        var random = SplitMix.of(brief.canonical());
        var theme = themes.of(brief, limits.excludedThemes());
        var template = templates.of(brief, limits, random);
        var colours = palette.of(brief, theme, random);
        var audio = sounds.of(brief, theme, template.templateId());
        var words = copy.of(brief, template.templateId(), limits, random);
        var assets = new AssetList(theme, audio.mood());
        return new CampaignPlan(
                theme.id(),
                theme.tone(),
                colours,
                template,
                difficulty.of(brief, limits),
                assets.required(brief, request.brandAssets()),
                assets.videos(words.introHeadline()),
                audio,
                words,
                theme.motifs());
    }
}
