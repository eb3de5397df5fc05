package dev.runengine.campaign.game;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.runengine.campaign.testing.ContractedSkill;
import dev.runengine.campaign.testing.LocalSkillContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A campaign as campaign.build makes it: a bundle of configuration and sound only, its films beside it. */
public record SampleCampaign(Path folder, LocalSkillContext context) {
    static final ContractedSkill MANIFEST = ContractedSkill.of(GameSkills.all(), "assemble_campaign_manifest");

    public SampleCampaign(Path folder) {
        this(folder, new LocalSkillContext(folder));
    }

    public ObjectNode input() {
        return input("spin_wheel", 1);
    }

    ObjectNode input(String template, double chance) {
        var input = JsonNodeFactory.instance.objectNode();
        input.put("campaign_id", "c-1")
                .put("campaign_name", "Launch")
                .put("game_bundle_uri", game(template, chance, SampleMedia.audioPack("win", "lose")))
                .put("intro_video_uri", film("intro"));
        input.putObject("outcome_videos").put("win", film("win")).put("lose", film("lose"));
        input.putObject("button_bounds")
                .put("x", 250)
                .put("y", 1530)
                .put("width", 580)
                .put("height", 150);
        input.putObject("intelligence")
                .set("plan", JsonNodeFactory.instance.objectNode().put("summary", "A launch."));
        input.putObject("rules").put("max_plays", 3);
        return input;
    }

    /** The address of a bundle of configuration and sound. */
    String game(String template, double chance, Map<String, byte[]> sound) {
        var input = new SampleGame(folder).bundleInput(template, chance);
        var pack = new SampleMedia(folder).zip("pack-" + sound.hashCode() + ".zip", sound);
        input.put("audio_uri", context.put(pack).uri());
        return SampleGame.BUNDLE
                .succeed(input, context.next())
                .at("/bundle_uri")
                .stringValue();
    }

    /** The address of a film like no other: the name is appended, which no decoder reads. */
    String film(String name) {
        var clip = SampleMedia.clip();
        var tail = name.getBytes(UTF_8);
        // An EBML Void element (RFC 8794, section 11.3.2): id, length, what is to be skipped.
        var film = ByteBuffer.allocate(clip.length + 2 + tail.length)
                .put(clip)
                .put((byte) 0xEC)
                .put((byte) (0x80 | tail.length))
                .put(tail)
                .array();
        return context.put(new SampleMedia(folder).file(name + ".webm", film)).uri();
    }

    public JsonNode manifest(ObjectNode input) {
        return MANIFEST.succeed(input, context.next());
    }

    /** The player's ZIP, opened. */
    ZipFile player(JsonNode output) {
        try {
            return new ZipFile(
                    context.published(output.path("player_uri").stringValue()).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> names(ZipFile zip) {
        return zip.stream().map(ZipEntry::getName).toList();
    }

    static byte[] content(ZipFile zip, String name) throws IOException {
        try (var in = zip.getInputStream(zip.getEntry(name))) {
            return in.readAllBytes();
        }
    }
}
