package dev.runengine.campaign.video.intro;

import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Reads a style from the words of a prompt. A word after "no" or "without" takes its effect away instead. */
public final class MotionWords {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}]+");
    private static final Set<String> NEGATIONS = Set.of("no", "not", "without", "never");

    private record Effect(String stems, UnaryOperator<MotionStyle> wanted, UnaryOperator<MotionStyle> unwanted) {
        boolean isNamedBy(String word) {
            for (var stem : stems.split(" ")) {
                boolean exact = stem.length() <= 4;
                if (exact ? word.equals(stem) || word.equals(stem + "s") : word.startsWith(stem)) {
                    return true;
                }
            }
            return false;
        }
    }

    private static final Effect[] EFFECTS = {
        new Effect(
                "calm calmly slow slower slowly gentle gently subtle relax peacef seren dreamy quiet",
                s -> s.withEnergy(0.55).withSpeed(0.5),
                s -> s),
        new Effect(
                "fast faster energ dynamic quick wild party intense excit lively hectic rapid",
                s -> s.withEnergy(1.6).withSpeed(2),
                s -> s.withEnergy(0.6)),
        new Effect("zoom zooming breath push dolly", s -> s.withZoom(2.2), s -> s.withZoom(0)),
        new Effect("sway swing tilt float parallax drift pan panning rocking", s -> s.withSway(2), s -> s.withSway(0)),
        new Effect("still static motionless", s -> s.withZoom(0).withSway(0), s -> s),
        new Effect(
                "ray light sunbeam sunbur glow shine shining shimmer radiant beam",
                s -> s.withLight(1.7),
                s -> s.withLight(0)),
        new Effect("pulse pulsing pulsat heartbeat throb", s -> s.withPulse(1.8), s -> s.withPulse(0)),
        particles(Particles.SPARKLE, "spark glitter twinkl star magic"),
        particles(Particles.SNOW, "snow snowy snowing snowfall snowflake blizzard winter"),
        particles(Particles.RAIN, "rain raining rainy drizzle storm"),
        particles(Particles.CONFETTI, "confetti streamer"),
        particles(Particles.HEARTS, "heart hearts romant valentin"),
        particles(Particles.BUBBLES, "bubble bokeh underwater"),
        particles(Particles.EMBERS, "ember fire flame firefl"),
        particles(Particles.LEAVES, "leaf leaves autumn petal")
    };

    private MotionWords() {}

    public static MotionStyle read(String prompt) {
        var style = MotionStyle.USUAL;
        var previous = "";
        for (var word : BETWEEN_WORDS.split(prompt.toLowerCase(Locale.ROOT))) {
            for (var effect : EFFECTS) {
                if (effect.isNamedBy(word)) {
                    style = (NEGATIONS.contains(previous) ? effect.unwanted : effect.wanted).apply(style);
                }
            }
            previous = word;
        }
        return style;
    }

    private static Effect particles(Particles kind, String stems) {
        return new Effect(
                stems, s -> s.withParticles(kind), s -> s.particles() == kind ? s.withParticles(Particles.NONE) : s);
    }
}
