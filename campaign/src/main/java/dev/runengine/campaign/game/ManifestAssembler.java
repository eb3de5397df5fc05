package dev.runengine.campaign.game;

import dev.runengine.campaign.game.CampaignManifest.Asset;
import dev.runengine.campaign.game.CampaignManifest.Body;
import dev.runengine.campaign.game.CampaignManifest.Validation;
import dev.runengine.core.hash.ArtifactAddress;
import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.skill.SkillContext;
import dev.runengine.skills.typed.SkillException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists what a campaign consists of, reads every file to be sure of it, and says what is missing. */
final class ManifestAssembler {
    private static final String SCHEMA_VERSION = "1";

    private enum Part {
        GAME_BUNDLE("game_bundle", MediaKind.Role.PACK, "a ZIP"),
        INTRO_VIDEO("intro_video", MediaKind.Role.VIDEO, "a film"),
        OUTCOME_VIDEO_WIN("outcome_video_win", MediaKind.Role.VIDEO, "a film"),
        OUTCOME_VIDEO_LOSE("outcome_video_lose", MediaKind.Role.VIDEO, "a film");

        private final String role;
        private final MediaKind.Role kind;
        private final String expected;

        Part(String role, MediaKind.Role kind, String expected) {
            this.role = role;
            this.kind = kind;
            this.expected = expected;
        }
    }

    CampaignManifest assemble(ManifestRequest request, SkillContext context) throws SkillException, IOException {
        var survey = new Survey(context);
        survey.required(Part.GAME_BUNDLE, request.gameBundleUri());
        survey.required(Part.INTRO_VIDEO, request.introVideoUri());
        survey.optional(Part.OUTCOME_VIDEO_WIN, request.winUri());
        survey.optional(Part.OUTCOME_VIDEO_LOSE, request.loseUri());
        if (request.buttonBounds() == null) {
            survey.warnings.add("No button bounds: the start button is drawn by the page.");
        }
        var unsigned = body(request, survey.assets, null);
        var manifest = body(
                request,
                survey.assets,
                ContentHash.of(Resources.canonical(unsigned)).hex());
        return new CampaignManifest(publish(manifest, context), manifest, survey.verdict(), survey.missing.isEmpty());
    }

    private static String publish(Body manifest, SkillContext context) throws IOException {
        Path file = context.workspace().resolve("campaign-manifest.json");
        Files.write(file, Resources.canonical(manifest));
        return context.publish(file, "application/json", "campaign-manifest.json")
                .uri();
    }

    private static Body body(ManifestRequest request, List<Asset> assets, @Nullable String checksum) {
        return new Body(
                SCHEMA_VERSION,
                request.campaignId(),
                request.campaignName(),
                assets,
                request.buttonBounds(),
                request.intelligence(),
                request.rules(),
                request.analytics(),
                request.branding(),
                checksum);
    }

    /** What was found, part by part. */
    private static final class Survey {
        private final SkillContext context;
        private final List<Asset> assets = new ArrayList<>();
        private final List<String> missing = new ArrayList<>();
        private final List<String> warnings = new ArrayList<>();

        Survey(SkillContext context) {
            this.context = context;
        }

        void required(Part part, String uri) throws IOException, SkillException {
            var address = ArtifactAddress.parse(uri);
            if (address.isPresent()) {
                assets.add(stored(part, address.get()));
            } else {
                assets.add(new Asset(part.role, uri, "external", null, null, null));
                warnings.add(part.role + " is not an artifact of this system; it was not checked: " + uri);
            }
        }

        void optional(Part part, @Nullable String uri) throws IOException, SkillException {
            if (uri == null) {
                warnings.add(part.role + " is not given; the game shows its own screen instead.");
            } else {
                required(part, uri);
            }
        }

        Validation verdict() {
            return new Validation(missing.isEmpty(), List.copyOf(missing), List.copyOf(warnings));
        }

        private Asset stored(Part part, ArtifactAddress address) throws IOException, SkillException {
            try {
                var file = context.fetch(address);
                var kind = MediaKind.of(file)
                        .filter(found -> found.role() == part.kind)
                        .orElseThrow(
                                () -> SkillException.invalidInput("/" + part.role + "_uri", "is not " + part.expected));
                return new Asset(
                        part.role,
                        address.uri(),
                        "valid",
                        BundleArchive.sha256(file),
                        Files.size(file),
                        kind.mediaType());
            } catch (SkillContext.ArtifactMissingException gone) {
                missing.add(part.role);
                return new Asset(part.role, address.uri(), "missing", null, null, null);
            }
        }
    }
}
