package dev.runengine.campaign.picture;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The input of {@code generate_intro_image}, as its schema describes it. */
record IntroImageInput(
        String prompt,
        @Nullable String headline,
        @Nullable String subtext,
        @Nullable String ctaText,
        @Nullable Colors palette,
        List<String> motifs,
        @Nullable String templateId,
        @Nullable StyleRefs styleRefs,
        List<BrandAsset> brandAssets,
        @Nullable Specs specs,
        @Nullable String negativePrompt,
        @Nullable Long seed) {

    record Colors(String primary, String secondary, String accent, String background) {}

    record StyleRefs(
            @Nullable String style,
            @Nullable String mood,
            @Nullable String colorTone) {
        static final StyleRefs NONE = new StyleRefs(null, null, null);
    }

    record BrandAsset(String uri, String type) {}

    record Specs(
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable String aspectRatio,
            @Nullable String format) {
        static final Specs NONE = new Specs(null, null, null, null);
    }
}
