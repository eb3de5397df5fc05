package dev.runengine.campaign.game;

import dev.runengine.campaign.brief.ThemeMotifs;
import dev.runengine.campaign.color.Rgb;
import dev.runengine.campaign.game.ConfigRequest.ColorScheme;
import dev.runengine.core.skill.SkillContext;
import dev.runengine.skills.typed.SkillException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Turns a template, a theme and a difficulty into the configuration of a game. */
final class GameConfigurator {
    private static final String VERSION = "1";
    private static final Map<String, Map<String, String>> CUES = Map.of(
            "spin_wheel", Map.of("spin", "spin", "tick", "tick"),
            "scratch_card", Map.of("scratch", "hover", "reveal", "reveal"),
            "slot_machine", Map.of("spin", "spin", "stop", "tick"),
            "memory_match", Map.of("turn", "click", "match", "coin", "open", "reveal"),
            "catch_game", Map.of("catch", "coin", "countdown", "countdown", "open", "whoosh"),
            "quiz", Map.of("right", "coin", "wrong", "whoosh", "open", "reveal"));
    private static final Map<String, String> COMMON_CUES = Map.of("start", "click", "win", "win", "lose", "lose");
    private static final Map<String, Integer> USUAL_SECONDS = Map.of(
            "spin_wheel", 15, "scratch_card", 30, "slot_machine", 15, "memory_match", 90, "catch_game", 30, "quiz", 90);

    GameConfig configure(ConfigRequest request, SkillContext context) throws SkillException, IOException {
        var config = configuration(request);
        var file = context.workspace().resolve("game-config.json");
        Files.write(file, Resources.canonical(config));
        context.publish(file, "application/json", "game-config.json");
        return config;
    }

    private static GameConfig configuration(ConfigRequest request) throws SkillException {
        var texts = Texts.in(request.languageCode());
        var copy = texts.complete(request.templateId(), request.copy());
        var colours = colours(request);
        var motifs = motifs(request);
        int seconds = seconds(request);
        double chance = request.winProbability().orElseGet(() -> usualChance(level(request)));
        var rules = new Rules(level(request), chance, seconds, motifs);
        return new GameConfig(
                request.templateId(),
                VERSION,
                new GameConfig.Settings(request.languageCode(), direction(copy), request.level(), chance, seconds),
                new GameConfig.Visuals(
                        request.themeName(), request.mood().orElse(null), colours, textColours(colours), motifs),
                new GameConfig.Audio(0.5, 0.9, cues(request.templateId())),
                mechanics(request, rules, texts),
                copy,
                request.assetRefs().isEmpty() ? null : request.assetRefs());
    }

    private static Mechanics mechanics(ConfigRequest request, Rules rules, Texts texts) throws SkillException {
        return switch (request.templateId()) {
            case "spin_wheel" -> rules.spinWheel(texts.winLabel(), texts.loseLabel());
            case "scratch_card" -> rules.scratchCard();
            case "slot_machine" -> rules.slotMachine();
            case "memory_match" -> rules.memoryMatch();
            case "catch_game" -> rules.catchGame();
            case "quiz" -> rules.quiz(questions(request));
            default ->
                throw SkillException.invalidInput(
                        "/template_id", "is \"" + request.templateId() + "\"; choose one of " + CUES.keySet());
        };
    }

    private static List<Mechanics.Question> questions(ConfigRequest request) throws SkillException {
        for (int i = 0; i < request.questions().size(); i++) {
            var question = request.questions().get(i);
            if (question.correctIndex() >= question.answers().size()) {
                throw SkillException.invalidInput(
                        "/questions/" + i + "/correct_index",
                        "is " + question.correctIndex() + ", but the last answer is number "
                                + (question.answers().size() - 1));
            }
        }
        return request.questions().isEmpty()
                ? Texts.questions(request.languageCode(), request.themeName())
                : request.questions();
    }

    private static Rules.Level level(ConfigRequest request) {
        return Rules.Level.valueOf(request.level().toUpperCase(Locale.ROOT));
    }

    private static double usualChance(Rules.Level level) {
        return level.of(0.5, 0.35, 0.2);
    }

    private static int seconds(ConfigRequest request) {
        int usual = USUAL_SECONDS.getOrDefault(request.templateId(), 30);
        int wanted = Optional.ofNullable(request.durationSec()).orElse(usual);
        return Math.min(wanted, request.maxDurationSec().orElse(wanted));
    }

    private static List<String> motifs(ConfigRequest request) {
        if (!request.motifs().isEmpty()) {
            return request.motifs();
        }
        var ofTheme = request.theme()
                .path("motifs")
                .valueStream()
                .map(node -> node.asString())
                .toList();
        return ofTheme.isEmpty() ? ThemeMotifs.of(request.themeName()) : ofTheme;
    }

    private static ColorScheme colours(ConfigRequest request) {
        return Optional.ofNullable(request.colorScheme())
                .or(() -> scheme(request, "color_scheme"))
                .or(() -> scheme(request, "palette"))
                .orElse(ColorScheme.DEFAULT);
    }

    private static Optional<ColorScheme> scheme(ConfigRequest request, String member) {
        var node = request.theme().path(member);
        return node.isObject()
                ? Optional.of(new ColorScheme(
                        node.path("primary").stringValue(),
                        node.path("secondary").stringValue(),
                        node.path("accent").stringValue(),
                        node.path("background").stringValue()))
                : Optional.empty();
    }

    private static GameConfig.TextColors textColours(ColorScheme colours) {
        return new GameConfig.TextColors(
                readableOn(colours.background()), readableOn(colours.primary()), readableOn(colours.accent()));
    }

    private static String readableOn(String colour) {
        return Rgb.parse(colour).orElse(Rgb.BLACK).readableText().hex();
    }

    private static Map<String, String> cues(String templateId) {
        var cues = new TreeMap<>(COMMON_CUES);
        cues.putAll(CUES.getOrDefault(templateId, Map.of()));
        return cues;
    }

    /** The direction of the first letter that has one, as browsers do for dir=auto. */
    private static String direction(Map<String, String> copy) {
        return copy
                .getOrDefault("intro_headline", "")
                .codePoints()
                .map(Character::getDirectionality)
                .filter(d -> d == Character.DIRECTIONALITY_LEFT_TO_RIGHT
                        || d == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                        || d == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC)
                .findFirst()
                .stream()
                .mapToObj(d -> d == Character.DIRECTIONALITY_LEFT_TO_RIGHT ? "ltr" : "rtl")
                .findFirst()
                .orElse("ltr");
    }
}
