package dev.runengine.campaign.game;

import static dev.runengine.campaign.game.CampaignPart.GAME_BUNDLE;
import static dev.runengine.campaign.game.CampaignPart.INTRO_VIDEO;
import static dev.runengine.campaign.game.CampaignPart.OUTCOME_VIDEO_LOSE;
import static dev.runengine.campaign.game.CampaignPart.OUTCOME_VIDEO_WIN;
import static dev.runengine.campaign.game.CampaignPart.PLAYER;

import dev.runengine.campaign.game.CampaignManifest.ArtifactRef;
import dev.runengine.campaign.game.CampaignManifest.Asset;
import dev.runengine.campaign.game.CampaignManifest.Body;
import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.skill.SkillContext;
import dev.runengine.skills.typed.SkillException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lists what a campaign consists of, joins it into one page to open, and says what is missing. */
final class ManifestAssembler {
    private static final String SCHEMA_VERSION = "1";
    /** What the page cannot do without, once it is named. */
    private static final List<CampaignPart> JOINED =
            List.of(GAME_BUNDLE, INTRO_VIDEO, OUTCOME_VIDEO_WIN, OUTCOME_VIDEO_LOSE);

    CampaignManifest assemble(ManifestRequest request, SkillContext context) throws SkillException, IOException {
        var button = StartButton.share(request.buttonBounds(), "/button_bounds");
        var survey = survey(request, context);
        var game = game(survey, context);
        warnOfGaps(survey, game, button);
        var player = player(survey, game, button, context);

        var unsigned = body(request, survey.assets(), null);
        var manifest = body(
                request,
                survey.assets(),
                ContentHash.of(Resources.canonical(unsigned)).hex());
        var manifestUri = publish(manifest, context);
        return new CampaignManifest(
                manifestUri,
                manifest,
                refs(survey, manifestUri),
                player.orElse(null),
                survey.verdict(),
                survey.complete());
    }

    private static AssetSurvey survey(ManifestRequest request, SkillContext context)
            throws SkillException, IOException {
        var survey = new AssetSurvey(context);
        survey.take(GAME_BUNDLE, request.gameBundleUri(), "/game_bundle_uri");
        survey.take(INTRO_VIDEO, request.introVideoUri(), "/intro_video_uri");
        for (var optional : request.optionalParts()) {
            survey.take(optional.part(), optional.uri(), optional.pointer());
        }
        return survey;
    }

    private static Optional<GameBundle> game(AssetSurvey survey, SkillContext context)
            throws SkillException, IOException {
        var bundle = survey.file(GAME_BUNDLE);
        if (bundle.isEmpty()) {
            return Optional.empty();
        }
        var folder = Files.createDirectories(context.workspace().resolve("game"));
        return Optional.of(
                GameBundle.unpack(bundle.get().file(), folder, bundle.get().pointer()));
    }

    private static void warnOfGaps(AssetSurvey survey, Optional<GameBundle> game, Optional<StartButton.Share> button) {
        for (var part : List.of(OUTCOME_VIDEO_WIN, OUTCOME_VIDEO_LOSE)) {
            var ofGame = game.flatMap(bundle -> part.slot().flatMap(bundle.script()::file));
            if (!survey.named(part) && ofGame.isEmpty()) {
                survey.warn(part.role() + " is not given; the game shows its own screen instead.");
            }
        }
        if (button.isEmpty() && !game.map(bundle -> bundle.script().hasButton()).orElse(false)) {
            survey.warn("No button bounds: the start button is drawn by the page.");
        }
    }

    /** Packs the page when all of it is at hand; what is on the web can be listed, but not packed. */
    private static Optional<String> player(
            AssetSurvey survey, Optional<GameBundle> game, Optional<StartButton.Share> button, SkillContext context)
            throws SkillException, IOException {
        var outOfReach = JOINED.stream()
                .filter(survey::outOfReach)
                .map(CampaignPart::role)
                .toList();
        if (game.isEmpty() || !outOfReach.isEmpty()) {
            survey.warn("No player: it is packed of stored artifacts only, and " + String.join(", ", outOfReach)
                    + (outOfReach.size() == 1 ? " is none." : " are none."));
            return Optional.empty();
        }
        var page = CampaignPlayer.join(game.get(), films(survey), button, context.workspace());
        var address = context.publish(page, "application/zip", "campaign-player.zip");
        survey.add(PLAYER, address, page, "");
        return Optional.of(address.uri());
    }

    private static List<Slots.Filled> films(AssetSurvey survey) throws SkillException, IOException {
        var films = new ArrayList<Slots.Filled>();
        for (var part : JOINED) {
            var file = survey.file(part);
            if (part.slot().isPresent() && file.isPresent()) {
                films.add(Slots.fill(
                        part.slot().get(), file.get().file(), file.get().pointer()));
            }
        }
        return films;
    }

    private static List<ArtifactRef> refs(AssetSurvey survey, String manifestUri) {
        var refs = new ArrayList<>(survey.stored());
        refs.add(new ArtifactRef(manifestUri, "manifest", "manifest"));
        return List.copyOf(refs);
    }

    private static String publish(Body manifest, SkillContext context) throws IOException {
        var file = context.workspace().resolve("campaign-manifest.json");
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
}
