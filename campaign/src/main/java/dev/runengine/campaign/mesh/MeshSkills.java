package dev.runengine.campaign.mesh;

import dev.runengine.core.skill.Skill;
import java.util.List;

/** The local skills for 3D models. */
public final class MeshSkills {
    private MeshSkills() {}

    /** generate_3d_asset and optimize_3d_asset. */
    public static List<Skill> all() {
        return List.of(Generate3dAsset.skill(), Optimize3dAsset.skill());
    }
}
