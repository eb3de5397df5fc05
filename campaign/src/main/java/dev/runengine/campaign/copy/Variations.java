package dev.runengine.campaign.copy;

import dev.runengine.campaign.copy.Phrases.Voice;
import dev.runengine.campaign.random.SplitMix;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Different ways to say the same: those with the brand's name, then those in the voice asked for, then any.
 *
 * @param voice one of {@link Phrases#voices}
 */
record Variations(Phrases phrases, String templateId, String voice, Optional<String> brand, SplitMix random) {

    /** @param taken not to be said again */
    List<String> of(CopyType type, Collection<String> taken, int count) {
        Set<String> said = new TreeSet<>();
        taken.forEach(line -> said.add(folded(line)));
        return candidates(type)
                .filter(line -> said.add(folded(line)))
                .limit(count)
                .toList();
    }

    private Stream<String> candidates(CopyType type) {
        return switch (type) {
            case HEADLINE -> Stream.concat(branded(phrases.branded().headlines()), headlines());
            case SUBHEADLINE ->
                Stream.concat(branded(phrases.branded().subtexts()), inVoice(phrases.subtexts(), Voice::subtexts));
            case CTA_BUTTON -> inVoice(phrases.cta(), Voice::cta);
            case WIN_MESSAGE -> inVoice(phrases.win(), Voice::win);
            case LOSE_MESSAGE -> inVoice(phrases.lose(), Voice::lose);
            case INSTRUCTIONS -> instructions();
        };
    }

    private Stream<String> branded(List<String> lines) {
        return brand.stream().flatMap(name -> shuffled(lines).stream().map(line -> line.replace("{brand}", name)));
    }

    /** One that sounds right, one that names the game, and so on. */
    private Stream<String> headlines() {
        var own = shuffled(voiced(true, Voice::headlines));
        var game = shuffled(phrases.headlines().getOrDefault(templateId, phrases.win()));
        var inTurn = IntStream.range(0, Math.max(own.size(), game.size()))
                .boxed()
                .flatMap(i -> Stream.concat(
                        own.stream().skip(i).limit(1), game.stream().skip(i).limit(1)));
        return Stream.concat(inTurn, shuffled(voiced(false, Voice::headlines)).stream());
    }

    private Stream<String> inVoice(List<String> common, Function<Voice, List<String>> part) {
        return Stream.of(voiced(true, part), common, voiced(false, part))
                .map(this::shuffled)
                .flatMap(List::stream);
    }

    /** Every way to put it, with the ending of the voice, then without, then with the others. */
    private Stream<String> instructions() {
        var ways = shuffled(phrases.instructions().getOrDefault(templateId, List.of()));
        var endings = Stream.of(voiced(true, Voice::endings), List.of(""), shuffled(voiced(false, Voice::endings)))
                .flatMap(List::stream);
        return endings.flatMap(ending -> ways.stream().map(way -> (way + " " + ending).strip()));
    }

    private List<String> voiced(boolean own, Function<Voice, List<String>> part) {
        return new TreeMap<>(phrases.voices())
                .entrySet().stream()
                        .filter(entry -> entry.getKey().equals(voice) == own)
                        .map(Map.Entry::getValue)
                        .flatMap(spoken -> part.apply(spoken).stream())
                        .toList();
    }

    private List<String> shuffled(List<String> lines) {
        var rest = new ArrayList<>(lines);
        var shuffled = new ArrayList<String>();
        while (!rest.isEmpty()) {
            shuffled.add(rest.remove(random.nextInt(rest.size())));
        }
        return shuffled;
    }

    private static String folded(String line) {
        return line.strip().toLowerCase(Locale.ROOT);
    }
}
