package dev.runengine.campaign.intelligence;

import dev.runengine.campaign.intelligence.Advice.AssetRequirement;
import java.util.ArrayList;
import java.util.List;

/** What has to be made or brought for the game. */
final class AssetRequirements {
    private AssetRequirements() {}

    static List<AssetRequirement> of(Case subject) {
        var theme = subject.reading().theme();
        var mood = subject.reading().mood();
        var assets = new ArrayList<AssetRequirement>();
        assets.add(new AssetRequirement(
                "model_3d", theme.prize().name(), theme.prize().look() + ", " + theme.name() + " style"));
        assets.add(new AssetRequirement("image", "Intro picture", theme.scene() + ", with a start button"));
        assets.add(new AssetRequirement("video", "Intro loop", "the intro picture in gentle, seamless motion"));
        assets.add(new AssetRequirement("video", "Win video", "celebration in the colours of the campaign"));
        assets.add(new AssetRequirement("video", "Lose video", "a friendly consolation"));
        assets.add(new AssetRequirement("audio", "Music", theme.genre() + ", " + mood + ", a seamless loop"));
        assets.add(new AssetRequirement(
                "audio",
                "Effects",
                "one short effect per action of the game: "
                        + subject.reading().game().template().name()));
        if (subject.brief().brand().isPresent()) {
            assets.add(new AssetRequirement("image", "Logo", "of the brand, to be given as a brand asset"));
        }
        return List.copyOf(assets);
    }
}
