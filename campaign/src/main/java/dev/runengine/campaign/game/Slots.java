package dev.runengine.campaign.game;

import dev.runengine.campaign.game.BundleRequest.Asset;
import dev.runengine.campaign.game.MediaKind.Role;
import dev.runengine.core.hash.ArtifactAddress;
import dev.runengine.core.skill.SkillContext;
import dev.runengine.skills.typed.SkillException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Puts the assets of a request into the places the player has for them. */
final class Slots {
    private record Place(String path, Role role, long largest) {}

    private static final Map<String, Place> PLACES = new TreeMap<>(Map.of(
            "model", new Place("model/prize", Role.MODEL, 32L << 20),
            "intro_video", new Place("video/intro", Role.VIDEO, 64L << 20),
            "win_video", new Place("video/win", Role.VIDEO, 64L << 20),
            "lose_video", new Place("video/lose", Role.VIDEO, 64L << 20),
            "intro_image", new Place("image/intro", Role.IMAGE, 16L << 20)));

    record Filled(String slot, BundleFile file) {}

    private Slots() {}

    static List<Filled> fill(List<Asset> assets, SkillContext context) throws IOException, SkillException {
        var filled = new ArrayList<Filled>();
        for (int i = 0; i < assets.size(); i++) {
            var asset = assets.get(i);
            var pointer = "/assets/" + i;
            var slot = String.valueOf(asset.slot());
            if (!PLACES.containsKey(slot)) {
                throw SkillException.invalidInput(pointer + "/slot", "choose one of " + PLACES.keySet());
            }
            if (filled.stream().anyMatch(other -> other.slot().equals(slot))) {
                throw SkillException.invalidInput(pointer + "/slot", "is filled twice; give each slot one asset");
            }
            filled.add(fill(slot, fetch(asset.uri(), pointer + "/uri", context), pointer + "/uri"));
        }
        return List.copyOf(filled);
    }

    /** @param slot one that exists */
    static Filled fill(String slot, Path content, String pointer) throws IOException, SkillException {
        return new Filled(slot, file(Objects.requireNonNull(PLACES.get(slot), slot), content, pointer));
    }

    static Path fetch(String uri, String pointer, SkillContext context) throws IOException, SkillException {
        var address = ArtifactAddress.parse(uri)
                .orElseThrow(() -> SkillException.invalidInput(
                        pointer,
                        "is not an artifact address (" + ArtifactAddress.PREFIX + "...); upload the file first"));
        return context.fetch(address);
    }

    private static BundleFile file(Place place, Path content, String pointer) throws IOException, SkillException {
        var kind = MediaKind.of(content)
                .filter(found -> found.role() == place.role())
                .orElseThrow(() -> SkillException.invalidInput(pointer, "is not a file of the kind this slot takes"));
        if (Files.size(content) > place.largest()) {
            throw SkillException.invalidInput(pointer, "is larger than " + (place.largest() >> 20) + " MiB");
        }
        return BundleFile.media(place.path() + "." + kind.extension(), content, kind);
    }
}
