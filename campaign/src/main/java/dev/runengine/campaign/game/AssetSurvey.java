package dev.runengine.campaign.game;

import dev.runengine.campaign.game.CampaignManifest.ArtifactRef;
import dev.runengine.campaign.game.CampaignManifest.Asset;
import dev.runengine.campaign.game.CampaignManifest.Validation;
import dev.runengine.core.hash.ArtifactAddress;
import dev.runengine.core.skill.SkillContext;
import dev.runengine.skills.typed.SkillException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was found of a campaign, part by part. Every file is read, to be sure of it. */
final class AssetSurvey {
    /** @param pointer to the input that named it */
    record Found(Path file, String pointer) {}

    private final SkillContext context;
    private final List<Asset> assets = new ArrayList<>();
    private final List<ArtifactRef> stored = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final Map<CampaignPart, Found> files = new EnumMap<>(CampaignPart.class);

    AssetSurvey(SkillContext context) {
        this.context = context;
    }

    void take(CampaignPart part, String uri, String pointer) throws IOException, SkillException {
        var address = ArtifactAddress.parse(uri);
        if (address.isPresent()) {
            fetch(part, address.get(), pointer);
        } else if (uri.startsWith("https://") || uri.startsWith("http://")) {
            assets.add(new Asset(part.role(), uri, "external", null, null, null));
            warnings.add(part.role() + " is on the web, not an artifact of this system; it was not checked.");
        } else {
            throw SkillException.invalidInput(
                    pointer,
                    "is neither the address of an artifact (" + ArtifactAddress.PREFIX + "...) nor a web address");
        }
    }

    private void fetch(CampaignPart part, ArtifactAddress address, String pointer) throws IOException, SkillException {
        try {
            add(part, address, context.fetch(address), pointer);
        } catch (SkillContext.ArtifactMissingException gone) {
            missing.add(part.role());
            assets.add(new Asset(part.role(), address.uri(), "missing", null, null, null));
        }
    }

    /** Adds a file that is there. */
    void add(CampaignPart part, ArtifactAddress address, Path file, String pointer) throws IOException, SkillException {
        var kind = MediaKind.of(file)
                .filter(part::accepts)
                .orElseThrow(() -> SkillException.invalidInput(pointer, "is not " + part.expected()));
        files.put(part, new Found(file, pointer));
        stored.add(new ArtifactRef(address.uri(), part.assetType(), part.role()));
        assets.add(new Asset(
                part.role(), address.uri(), "valid", BundleArchive.sha256(file), Files.size(file), kind.mediaType()));
    }

    void warn(String warning) {
        warnings.add(warning);
    }

    Optional<Found> file(CampaignPart part) {
        return Optional.ofNullable(files.get(part));
    }

    List<Asset> assets() {
        return List.copyOf(assets);
    }

    /** The parts that are artifacts, in the order they were taken. */
    List<ArtifactRef> stored() {
        return List.copyOf(stored);
    }

    boolean named(CampaignPart part) {
        return assets.stream().anyMatch(asset -> asset.role().equals(part.role()));
    }

    /** Whether a part was named whose bytes are not at hand. */
    boolean outOfReach(CampaignPart part) {
        return named(part) && !files.containsKey(part);
    }

    boolean complete() {
        return missing.isEmpty();
    }

    Validation verdict() {
        return new Validation(complete(), List.copyOf(missing), List.copyOf(warnings));
    }
}
