package dev.runengine.campaign.audio;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The manifest.json of a mixed pack: what a game needs to know to play it. */
record MixManifest(int version, Entry bgm, List<Entry> sfx, MixResult.LoudnessInfo loudnessInfo) {

    /** @param file inside the pack */
    record Entry(
            @Nullable String name,
            @Nullable String intent,
            String file,
            boolean loop,
            double durationSec,
            double lufs,
            double peakDbfs) {}
}
