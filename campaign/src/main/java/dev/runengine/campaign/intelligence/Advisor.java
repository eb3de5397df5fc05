package dev.runengine.campaign.intelligence;

import dev.runengine.campaign.brief.Brief;
import dev.runengine.campaign.brief.BriefReading;
import dev.runengine.campaign.brief.Constraints;
import dev.runengine.campaign.brief.GameChoice;
import dev.runengine.campaign.intelligence.Advice.Look;
import dev.runengine.campaign.intelligence.Advice.RecommendedTemplate;
import dev.runengine.campaign.random.SplitMix;
import dev.runengine.core.skill.SkillContext;
import dev.runengine.skills.typed.SkillException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The skill {@code intelligence_plan}: the same reading of the brief as the plan's, weighed instead of carried out. */
final class Advisor {
    private final PrizeLexicon lexicon = PrizeLexicon.SHIPPED;
    private final PrizeTiers tiers = new PrizeTiers(lexicon);

    record Request(JsonNode brief, @Nullable Constraints constraints) {}

    Advice advise(Request request, SkillContext context) throws SkillException {
        var brief = Brief.read(request.brief(), "/brief");
        var limits = Optional.ofNullable(request.constraints()).orElse(Constraints.NONE);
        var reading = BriefReading.of(brief, limits, SplitMix.of(brief.canonical()));
        var subject = new Case(brief, limits, reading, StatedPrizes.in(brief, lexicon));
        return new Advice(
                Summary.of(subject),
                template(reading.game()),
                Look.of(reading.colours(), reading.mood()),
                tiers.of(subject),
                Engagement.of(subject),
                AssetRequirements.of(subject),
                Warnings.of(subject));
    }

    private static RecommendedTemplate template(GameChoice choice) {
        return new RecommendedTemplate(choice.template().id(), choice.rationale(), confidence(choice));
    }

    private static double confidence(GameChoice choice) {
        double plain = switch (choice.grounds()) {
            case REQUESTED -> 0.95;
            case REQUIRED -> 0.9;
            case MENTIONED -> 0.8;
            case OPEN -> 0.4;
        };
        return choice.others().isEmpty() ? plain : plain - 0.2;
    }
}
