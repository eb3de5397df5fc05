package dev.runengine.campaign.intelligence;

import dev.runengine.campaign.brief.Brief;
import dev.runengine.campaign.brief.BriefReading;
import dev.runengine.campaign.brief.Constraints;
import dev.runengine.campaign.brief.Words;
import java.util.Optional;

/** All that advice is based on. */
record Case(Brief brief, Constraints limits, BriefReading reading, StatedPrizes prizes) {

    Optional<String> audience() {
        return Optional.ofNullable(limits.targetAudience())
                .or(() -> brief.member("target_audience", "audience"))
                .filter(text -> !text.isBlank());
    }

    /** The words of the brief and of whom it is for. */
    Words words() {
        return Words.of(brief.text() + "\n" + audience().orElse(""));
    }

    double winProbability() {
        return reading.difficulty().winProbability();
    }
}
