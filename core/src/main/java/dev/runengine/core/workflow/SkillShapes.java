package dev.runengine.core.workflow;

import dev.runengine.core.selector.StepOutput;
import dev.runengine.core.skill.Shape;
import dev.runengine.core.skill.Shape.ArrayShape;
import dev.runengine.core.skill.Shape.ObjectShape;
import dev.runengine.core.skill.Shape.ScalarShape;
import dev.runengine.core.skill.SkillDescriptor;
import dev.runengine.core.skill.SkillLookup;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The shapes of what skills take and what steps that use them give; each skill is looked up and projected once. */
final class SkillShapes {
    private final SkillLookup skills;
    private final Map<String, Optional<Shapes>> bySkill = new HashMap<>();

    SkillShapes(SkillLookup skills) {
        this.skills = skills;
    }

    /** @param output of a step, {@code {data, outputArtifactIds}} */
    record Shapes(Shape input, Shape output) {}

    /** Empty when there is no such skill. */
    Optional<Shapes> of(String skill) {
        return bySkill.computeIfAbsent(skill, name -> skills.find(name).map(SkillShapes::project));
    }

    private static Shapes project(SkillDescriptor skill) {
        Shape artifactIds = new ArrayShape(List.of(), Optional.of(new ScalarShape("string")));
        var members = new LinkedHashMap<String, Shape>();
        members.put(StepOutput.DATA, Shape.ofSchema(skill.outputSchema()));
        members.put(StepOutput.ARTIFACT_IDS, artifactIds);
        return new Shapes(
                Shape.ofSchema(skill.inputSchema()), new ObjectShape(members, members.keySet(), Optional.empty()));
    }
}
