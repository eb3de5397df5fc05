package dev.runengine.campaign.audio;

import dev.runengine.core.skill.Skill;
import java.util.List;

/** The local implementations of generate_bgm_track, generate_sfx_pack and mix_audio_for_game. */
public final class AudioSkills {
    private AudioSkills() {}

    public static List<Skill> all() {
        return List.of(BgmTrack.skill(), SfxPack.skill(), GameMix.skill());
    }
}
