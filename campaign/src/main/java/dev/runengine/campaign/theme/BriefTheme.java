package dev.runengine.campaign.theme;

import dev.runengine.campaign.brief.Brief;
import dev.runengine.campaign.brief.BriefReading;
import dev.runengine.campaign.brief.Constraints;
import dev.runengine.campaign.random.SplitMix;
import dev.runengine.core.skill.SkillContext;
import dev.runengine.skills.typed.SkillException;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The skill {@code extract_theme_from_brief}. */
final class BriefTheme {
    private static final int MAX_PALETTE = 20;

    record Input(JsonNode brief) {}

    private BriefTheme() {}

    static ExtractedTheme run(Input input, SkillContext context) throws SkillException {
        var brief = Brief.read(input.brief(), "/brief");
        var reading = BriefReading.of(brief, Constraints.NONE, SplitMix.of(brief.canonical()));
        var scheme = reading.colours();
        var palette = Stream.concat(
                        reading.stated().colours().stream(),
                        Stream.of(scheme.primary(), scheme.secondary(), scheme.accent(), scheme.background()))
                .distinct()
                .limit(MAX_PALETTE)
                .toList();
        return ExtractedTheme.of(scheme, reading.mood(), confidence(reading), palette);
    }

    /** Stated colours say most, then words of a theme; without both the colours are those of any celebration. */
    private static double confidence(BriefReading reading) {
        int stated = Math.min(3, reading.stated().colours().size());
        return 0.2 + 0.15 * stated + (reading.theme().words().isEmpty() ? 0 : 0.3);
    }
}
