package dev.runengine.skills.llm;

import dev.runengine.core.json.CanonicalJson;
import dev.runengine.core.json.Json;
import dev.runengine.core.skill.SchemaCheck;
import dev.runengine.core.skill.Skill;
import dev.runengine.core.skill.SkillContext;
import dev.runengine.core.skill.SkillDescriptor;
import dev.runengine.core.skill.SkillFailure.InvalidOutput;
import dev.runengine.core.skill.SkillResult;
import dev.runengine.skills.http.HttpCalls;
import dev.runengine.skills.http.TimeBudget;
import dev.runengine.skills.llm.Reading.Fits;
import dev.runengine.skills.llm.Reading.Misfit;
import dev.runengine.skills.typed.SkillException;
import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;

/**
 * A skill whose data a language model writes, behind any server that speaks OpenAI's chat completions. An answer that does
 * not fit the output schema is sent back with what is wrong, a bounded number of times. For a skill that promises a JSON
 * file, the data is that file.
 */
public final class ChatSkill implements Skill {
    private static final String JSON = "application/json";

    private final SkillDescriptor descriptor;
    private final ChatSettings settings;
    private final HttpCalls calls;
    private final SchemaCheck schemas;
    private final InstantSource clock;

    public ChatSkill(
            SkillDescriptor descriptor,
            ChatSettings settings,
            HttpCalls calls,
            SchemaCheck schemas,
            InstantSource clock) {
        this.descriptor = descriptor;
        this.settings = settings;
        this.calls = calls;
        this.schemas = schemas;
        this.clock = clock;
    }

    /** Whether a model can keep what the skill promises: texts, not media. */
    public static boolean canMake(SkillDescriptor skill) {
        return skill.produces().stream().allMatch(JSON::equals);
    }

    @Override
    public SkillDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public SkillResult run(Json input, SkillContext context) throws InterruptedException {
        try {
            return converse(input, context);
        } catch (SkillException e) {
            return SkillResult.failed(e.failure());
        } catch (IOException e) {
            return SkillResult.failed(
                    SkillException.broken(descriptor.id() + " could not write a file: " + e.getMessage())
                            .failure());
        }
    }

    private SkillResult converse(Json input, SkillContext context)
            throws SkillException, IOException, InterruptedException {
        var model = new ChatModel(
                descriptor, settings, calls, context, TimeBudget.of(clock, context, settings.callLimit()));
        var conversation = Conversation.about(descriptor, settings.instructions(), input);
        var tokens = Tokens.NONE;
        for (int repairs = 0; ; repairs++) {
            boolean last = repairs == settings.repairs();
            var answer = model.answer(conversation);
            tokens = tokens.plus(answer.tokens());
            switch (Reading.of(answer.text(), descriptor, schemas)) {
                case Fits(var data) -> {
                    publish(data, context);
                    return new SkillResult.Succeeded(data, settings.prices().usage(tokens));
                }
                case Misfit misfit when last -> throw new SkillException(invalid(misfit));
                case Misfit(var problems) -> conversation = conversation.sentBack(answer.text(), problems);
            }
        }
    }

    private void publish(Json data, SkillContext context) throws IOException {
        if (descriptor.produces().contains(JSON)) {
            var file = context.workspace().resolve("answer.json");
            Files.write(file, CanonicalJson.bytes(data));
            context.publish(file, JSON, settings.filename());
        }
    }

    private InvalidOutput invalid(Misfit misfit) {
        var first = misfit.problems().getFirst();
        return new InvalidOutput(
                "model " + settings.model() + " gave no answer that fits the schema, asked " + (settings.repairs() + 1)
                        + " times; last at \"" + first.pointer() + "\": " + first.detail()
                        + "; use a more capable model, or raise repairs in the binding",
                misfit.problems());
    }
}
