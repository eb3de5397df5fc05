package dev.runengine.campaign;

import dev.runengine.campaign.audio.AudioSkills;
import dev.runengine.campaign.copy.CopySkills;
import dev.runengine.campaign.game.GameSkills;
import dev.runengine.campaign.intelligence.IntelligenceSkills;
import dev.runengine.campaign.mesh.MeshSkills;
import dev.runengine.campaign.picture.PictureSkills;
import dev.runengine.campaign.planning.PlanningSkills;
import dev.runengine.campaign.review.ReviewSkills;
import dev.runengine.campaign.theme.ThemeSkills;
import dev.runengine.campaign.validation.ValidationSkills;
import dev.runengine.campaign.video.VideoSkills;
import dev.runengine.campaign.vision.VisionSkills;
import dev.runengine.campaign.workflow.CampaignWorkflows;
import dev.runengine.core.skill.Skill;
import dev.runengine.core.workflow.WorkflowSpec;
import dev.runengine.skills.catalog.SkillPack;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Everything a campaign is made with, by local skills that need no other service. */
public final class CampaignPack implements SkillPack {
    @Override
    public String name() {
        return "campaign";
    }

    @Override
    public List<Skill> skills() {
        return Stream.of(
                        PlanningSkills.all(),
                        IntelligenceSkills.all(),
                        ThemeSkills.all(),
                        CopySkills.all(),
                        PictureSkills.all(),
                        VisionSkills.all(),
                        VideoSkills.all(),
                        AudioSkills.all(),
                        MeshSkills.all(),
                        GameSkills.all(),
                        ValidationSkills.all(),
                        ReviewSkills.all())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public Map<String, String> aliases() {
        return Map.of(
                "planning.generate_campaign_plan", "campaign_plan_from_brief",
                "image.generate_intro", "generate_intro_image",
                "audio.generate_bgm", "generate_bgm_track");
    }

    @Override
    public List<WorkflowSpec> workflows() {
        return CampaignWorkflows.all();
    }
}
