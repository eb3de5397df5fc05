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

    private static final int BRAND_MAX = 60;

    private final Brief brief;
    private final BriefReading reading;
    private final String voice;
    private final int count;

    private GenerateCampaignCopy(Brief brief, String voice, int count) {
        this.brief = brief;
        this.reading = BriefReading.of(brief, Constraints.NONE, SplitMix.of(brief.canonical()));
        this.voice = voice;
        this.count = count;
    }

    static Output run(Input input, SkillContext context) throws SkillException {
        var brief = Brief.read(input.campaignContext(), "/campaign_context");
        var copy = new GenerateCampaignCopy(brief, Tones.voice(input.tone()), input.variationsCount());
        return new Output(input.copyTypes().stream().map(copy::of).toList());
    }

    private Copies of(CopyType type) {
        var given = new GivenCopy(brief).of(type).stream().toList();
        // Signs stand for missing text; beside a text in its readers' language they would say nothing.
        boolean complete = !given.isEmpty() && !CopyWriter.speaks(reading.language());
        var others = complete ? List.<String>of() : variations(type).of(type, given, count - given.size());
        return new Copies(type, Stream.concat(given.stream(), others.stream()).toList());
    }

    /** Shuffled for each type by itself: asking for one text more must not change the others. */
    private Variations variations(CopyType type) {
        return new Variations(
                Phrases.in(reading.language()),
                reading.game().template().id(),
                voice,
                brief.brand().map(Line::clean).filter(name -> name.length() <= BRAND_MAX),
                SplitMix.of(type + "\n" + brief.canonical()));
    }
}
