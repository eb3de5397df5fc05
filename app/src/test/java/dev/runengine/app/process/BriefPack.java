package dev.runengine.app.process;

import static dev.runengine.core.selector.Selectors.field;
import static dev.runengine.core.selector.Selectors.fromStep;
import static dev.runengine.core.selector.Selectors.fromTrigger;
import static dev.runengine.core.selector.Selectors.inputSelector;
import static dev.runengine.core.workflow.Workflows.step;
import static dev.runengine.core.workflow.Workflows.workflow;

import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.json.JsonReader;
import dev.runengine.core.skill.Skill;
import dev.runengine.core.skill.SkillContext;
import dev.runengine.core.skill.SkillDescriptor;
import dev.runengine.core.skill.SkillResult;
import dev.runengine.core.workflow.CachePolicy;
import dev.runengine.core.workflow.WorkflowSpec;
import dev.runengine.skills.catalog.SkillPack;
import java.time.Duration;
import java.util.List;

/** A workflow of four short steps: one, two beside each other, one that waits for both. */
public final class BriefPack implements SkillPack {
    static final String WORKFLOW = "brief";
    static final int STEPS = 4;

    private static final Duration WORK = Duration.ofMillis(20);
    private static final JObject ANYTHING = (JObject) JsonReader.parse("{\"type\": \"object\"}");
    private static final JObject TEXT = (JObject) JsonReader.parse(
            "{\"type\": \"object\", \"required\": [\"text\"], \"properties\": {\"text\": {\"type\": \"string\"}}}");

    @Override
    public String name() {
        return "brief";
    }

    @Override
    public List<Skill> skills() {
        return List.of(new Brief());
    }

    @Override
    public List<WorkflowSpec> workflows() {
        return List.of(workflow(WORKFLOW, "1.0.0")
                .cache(CachePolicy.OFF)
                .step(step("first").skill("brief").input(inputSelector(field("text", fromTrigger("text")))))
                .step(step("left").skill("brief").input(inputSelector(field("text", fromStep("first", "data.text")))))
                .step(step("right").skill("brief").input(inputSelector(field("text", fromStep("first", "data.text")))))
                .step(step("last")
                        .skill("brief")
                        .input(inputSelector(
                                field("text", fromStep("left", "data.text")),
                                field("also", fromStep("right", "data.text")))))
                .build());
    }

    private record Brief() implements Skill {
        @Override
        public SkillDescriptor descriptor() {
            return new SkillDescriptor(
                    "brief",
                    "1",
                    "local@1",
                    "Brief",
                    "Takes a moment.",
                    List.of(),
                    ANYTHING,
                    TEXT,
                    List.of(),
                    WORK.multipliedBy(1_000));
        }

        @Override
        public SkillResult run(Json input, SkillContext context) throws InterruptedException {
            context.pause(WORK);
            return SkillResult.succeeded(Json.object("text", Json.of("done")));
        }
    }
}
