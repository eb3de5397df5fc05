package dev.runengine.campaign.planning;

import dev.runengine.campaign.brief.Brief;
import dev.runengine.campaign.brief.Theme;
import dev.runengine.campaign.brief.Theme.Prize;
import dev.runengine.campaign.brief.Words;
import dev.runengine.campaign.planning.CampaignPlan.RequiredAsset;
import dev.runengine.campaign.planning.CampaignPlan.VideoPrompt;
import dev.runengine.campaign.planning.PlanRequest.BrandAsset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What has to be made for the campaign, and in which words it is asked for. */
record AssetList(Theme theme, String mood) {
    private static final int NAME_MAX = 120;
    private static final int LOOK_MAX = 300;
    private static final Map<String, List<String>> PRIZES = Map.of(
            "gift", List.of("gift*", "present", "geschenk*", "cadeau*", "regalo*"),
            "crown", List.of("trophy", "cup", "crown", "pokal", "trophee", "trofeo"),
            "coin", List.of("coin*", "token*", "cash", "money", "munze*", "piece d or", "moneda*", "moneta"),
            "heart", List.of("heart*", "herz"),
            "star", List.of("star", "stars", "stern*", "etoile*", "estrella*", "stella"));

    /** The prize in 3D always comes first: later steps take the first asset as their model. */
    List<RequiredAsset> required(Brief brief, List<BrandAsset> brandAssets) {
        var prize = prize(brief);
        var assets = new ArrayList<RequiredAsset>();
        assets.add(new RequiredAsset(
                "prize_model",
                "model_3d",
                prize.name(),
                prize.look() + ", " + theme.id() + " style",
                prize.motif(),
                null));
        assets.add(asset("intro_image", "image", "Intro picture", theme.scene()));
        assets.add(asset("intro_video", "video", "Intro loop", "the intro picture in gentle, seamless motion"));
        assets.add(asset("win_video", "video", "Win video", "celebration in the colours of the campaign"));
        assets.add(asset("lose_video", "video", "Lose video", "a friendly consolation"));
        assets.add(asset("bgm", "audio", "Music", "a seamless loop, " + mood));
        assets.add(asset("sfx", "audio", "Effects", "one short effect per action of the game"));
        for (int i = 0; i < brandAssets.size(); i++) {
            assets.add(branded(brandAssets.get(i), i + 1));
        }
        return List.copyOf(assets);
    }

    List<VideoPrompt> videos(String headline) {
        var scene = theme.scene();
        return List.of(
                new VideoPrompt(
                        "intro",
                        "%s, %s, title \"%s\"".formatted(scene, mood, headline),
                        "gentle parallax, drifting %s, pulsing button, seamless loop"
                                .formatted(theme.motifs().getFirst()),
                        4),
                new VideoPrompt(
                        "win", "confetti burst, %s, %s win".formatted(scene, mood), "elastic title, bright, fast", 3),
                new VideoPrompt(
                        "lose", "soft rain, muted colours, %s, kind".formatted(scene), "slow, gentle, hopeful", 3));
    }

    /** A prize that the brief states is asked for in its own words. */
    private Prize prize(Brief brief) {
        return brief.member("prize", "grand_prize", "main_prize", "prize.name", "prize.title")
                .map(this::stated)
                .orElseGet(() -> motif(brief.words()).map(AssetList::named).orElse(theme.prize()));
    }

    private Prize stated(String prize) {
        var motif = motif(Words.of(prize)).orElse(theme.prize().motif());
        return new Prize(shortened(prize, NAME_MAX), motif, shortened(prize, LOOK_MAX));
    }

    private static String shortened(String text, int characters) {
        return text.codePointCount(0, text.length()) <= characters
                ? text
                : text.substring(0, text.offsetByCodePoints(0, characters));
    }

    private static Optional<String> motif(Words words) {
        return PRIZES.entrySet().stream()
                .filter(entry -> words.containsAny(entry.getValue()))
                .map(Map.Entry::getKey)
                .min(Comparator.naturalOrder());
    }

    private static Prize named(String motif) {
        return switch (motif) {
            case "gift" -> new Prize("Gift box", motif, "a wrapped gift box with a bow");
            case "crown" -> new Prize("Winner's cup", motif, "a golden trophy cup");
            case "coin" -> new Prize("Golden coin", motif, "a shining golden coin");
            case "heart" -> new Prize("Heart", motif, "a glossy heart");
            default -> new Prize("Star", motif, "a polished five-pointed star");
        };
    }

    private static RequiredAsset asset(String id, String type, String name, String description) {
        return new RequiredAsset(id, type, name, description, null, null);
    }

    private static RequiredAsset branded(BrandAsset brand, int number) {
        var type = brand.type().toLowerCase(Locale.ROOT);
        var kind = switch (type) {
            case "video", "audio" -> type;
            case "model", "model_3d" -> "model_3d";
            default -> "image";
        };
        var name = brand.name() == null ? "Brand " + type : brand.name();
        return new RequiredAsset("brand_" + number, kind, name, "given with the brief", null, brand.uri());
    }
}
