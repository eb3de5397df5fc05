package dev.runengine.campaign.audio;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The output of mix_audio_for_game. */
record MixResult(String manifestUri, String outputDir, Sound bgm, List<Effect> sfxFiles, LoudnessInfo loudnessInfo) {

    record Sound(
            String originalUri,
            String normalizedUri,
            double originalLufs,
            double normalizedLufs,
            double peakDbfs,
            double durationSec) {}

    record Effect(
            String name,
            @Nullable String intent,
            String originalUri,
            String normalizedUri,
            double originalLufs,
            double normalizedLufs,
            double peakDbfs,
            double durationSec) {}

    record LoudnessInfo(
            String standard,
            double bgmTargetLufs,
            double sfxTargetLufs,
            double truePeakLimitDbfs,
            double volumeBoost,
            String codec,
            int sampleRate) {}
}
