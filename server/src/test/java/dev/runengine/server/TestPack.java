package dev.runengine.server;

import static dev.runengine.core.selector.Selectors.constant;
import static dev.runengine.core.selector.Selectors.field;
import static dev.runengine.core.selector.Selectors.firstOf;
import static dev.runengine.core.selector.Selectors.fromChange;
import static dev.runengine.core.selector.Selectors.fromStep;
import static dev.runengine.core.selector.Selectors.fromTrigger;
import static dev.runengine.core.selector.Selectors.inputSelector;
import static dev.runengine.core.workflow.Workflows.change;
import static dev.runengine.core.workflow.Workflows.step;
import static dev.runengine.core.workflow.Workflows.workflow;

import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.json.JsonReader;
import dev.runengine.core.skill.JobRecord;
import dev.runengine.core.skill.Skill;
import dev.runengine.core.skill.SkillContext;
import dev.runengine.core.skill.SkillDescriptor;
import dev.runengine.core.skill.SkillFailure;
import dev.runengine.core.skill.SkillResult;
import dev.runengine.core.workflow.WorkflowSpec;
import dev.runengine.skills.catalog.SkillPack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** Skills and workflows to try a server with. */
final class TestPack implements SkillPack {
    private static final JObject TEXT = schema("""
            {"type": "object", "required": ["text"], "additionalProperties": true,
             "properties": {"text": {"type": "string", "maxLength": 100}}}""");

    private final Set<String> failedOnce = ConcurrentHashMap.newKeySet();

    @Override
    public String name() {
        return "test";
    }

    @Override
    public List<Skill> skills() {
        return List.of(
                new Lambda("shout", TestPack::shout),
                new Lambda("pass", (text, _) -> said(text)),
                new Lambda("stall", TestPack::stall),
                new Lambda("stumble", this::stumble),
                new Lambda("send", TestPack::send));
    }

    @Override
    public List<WorkflowSpec> workflows() {
        return List.of(
                workflow("greeting", "1.0.0")
                        .description("Shouts a text")
                        .triggerSchema(TEXT)
                        .step(step("shout")
                                .input(inputSelector(
                                        field("text", firstOf(fromChange("text.text"), fromTrigger("text"))))))
                        .step(step("other").skill("pass").input(inputSelector(field("text", constant("the same")))))
                        .step(step("pass").input(inputSelector(field("text", fromStep("shout", "data.text")))))
                        .change(change("text.update")
                                .seeds("shout")
                                .payload(TEXT)
                                .mergeAt("/changes/text"))
                        .build(),
                workflow("keeping", "1.0.0")
                        .step(step("pass")
                                .input(inputSelector(
                                        field("text", fromTrigger("text")),
                                        field("password", fromTrigger("password")))))
                        .build(),
                one("stalling", "stall"),
                one("stumbling", "stumble"),
                one("sending", "send"));
    }

    private static WorkflowSpec one(String name, String skill) {
        return workflow(name, "1.0.0")
                .step(step(skill).input(inputSelector(field("text", fromTrigger("text")))))
                .build();
    }

    private static SkillResult shout(String text, SkillContext context) {
        var file = context.workspace().resolve("shout.txt");
        try {
            Files.writeString(file, text.toUpperCase(Locale.ROOT));
            var address = context.publish(file, "text/plain", "sh\u00f6ut.txt");
            return SkillResult.succeeded(
                    Json.object("text", Json.of(text.toUpperCase(Locale.ROOT)), "file", Json.of(address.toString())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SkillResult stall(String text, SkillContext context) throws InterruptedException {
        new CountDownLatch(1).await();
        return said(text);
    }

    private SkillResult stumble(String text, SkillContext context) {
        return failedOnce.add(text) ? SkillResult.failed(new SkillFailure.Rejected("not the first time")) : said(text);
    }

    /** Its provider never answers, and cannot be asked. */
    private static SkillResult send(String text, SkillContext context) throws InterruptedException {
        if (context.jobs().job().orElse(null) instanceof JobRecord.Submitted(var jobId, var _)) {
            return said(text + " by " + jobId);
        }
        context.jobs().submitting();
        return SkillResult.failed(new SkillFailure.OutcomeUnknown("no answer came"));
    }

    private static SkillResult said(String text) {
        return SkillResult.succeeded(Json.object("text", Json.of(text)));
    }

    private static JObject schema(String text) {
        return (JObject) JsonReader.parse(text);
    }

    @FunctionalInterface
    private interface Body {
        SkillResult run(String text, SkillContext context) throws InterruptedException;
    }

    private record Lambda(String id, Body body) implements Skill {
        @Override
        public SkillDescriptor descriptor() {
            return new SkillDescriptor(
                    id, "1", "test@1", id, id, List.of(), TEXT, TEXT, List.of("text/plain"), Duration.ofSeconds(30));
        }

        @Override
        public SkillResult run(Json input, SkillContext context) throws InterruptedException {
            var text = ((Json.JString) ((JObject) input).get("text").orElseThrow()).value();
            return body.run(text, context);
        }
    }
}
