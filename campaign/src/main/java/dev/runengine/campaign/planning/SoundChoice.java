package dev.runengine.campaign.planning;

import dev.runengine.campaign.brief.Brief;
import dev.runengine.campaign.brief.BriefReading;
import dev.runengine.campaign.planning.CampaignPlan.AudioSpecs;
import dev.runengine.campaign.planning.CampaignPlan.Sound;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The music and the effects: as the brief says, else those of the theme and the game. */
record SoundChoice(AudioLexicon lexicon) {
    private static final Pattern BPM = Pattern.compile("(?i)\\b(\\d{2,3})\\s*bpm\\b|\\bbpm\\D{0,4}(\\d{2,3})\\b");
    private static final int SLOWEST = 60;
    private static final int FASTEST = 200;

    AudioSpecs of(Brief brief, BriefReading reading) {
        var theme = reading.theme();
        var template = reading.game().template().id();
        var sounds = lexicon.sounds().getOrDefault(template, List.of()).stream()
                .map(intent -> new Sound(intent, intent))
                .toList();
        return new AudioSpecs(
                lexicon.genres().firstNamed(brief.words()).orElse(theme.genre()),
                reading.mood(),
                tempo(brief.text()).orElse(theme.bpm()),
                sounds);
    }

    private static Optional<Integer> tempo(String text) {
        var matcher = BPM.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        var digits = Optional.ofNullable(matcher.group(1)).orElseGet(() -> matcher.group(2));
        return Optional.of(Math.clamp(Integer.parseInt(digits), SLOWEST, FASTEST));
    }
}
