package dev.runengine.skills.typed;

import dev.runengine.core.json.Json;
import dev.runengine.core.skill.Skill;
import dev.runengine.core.skill.SkillContext;
import dev.runengine.core.skill.SkillDescriptor;
import dev.runengine.core.skill.SkillFailure;
import dev.runengine.core.skill.SkillResult;
import java.io.IOException;

/**
 * A skill whose input and output are records. Members are bound by name in snake_case: {@code image_uri} is the
 * component {@code imageUri}. A member that is absent or null is a null component, an empty one where the component is a
 * List, Set, Map or Optional, and invalid input where it is primitive. Members without a component are ignored: refusing
 * them is the schema's part. A component of type {@link Json} takes its member as it is. A value the record cannot hold is
 * invalid input, although the schema accepted it. Null components are left out of the output.
 */
public final class TypedSkill<I, O> implements Skill {

    /** The work itself. */
    @FunctionalInterface
    public interface Body<I, O> {
        O run(I input, SkillContext context) throws SkillException, IOException, InterruptedException;
    }

    private final SkillDescriptor descriptor;
    private final Class<I> inputType;
    private final Body<I, O> body;

    private TypedSkill(SkillDescriptor descriptor, Class<I> inputType, Body<I, O> body) {
        this.descriptor = descriptor;
        this.inputType = inputType;
        this.body = body;
    }

    public static <I, O> Skill of(SkillDescriptor descriptor, Class<I> inputType, Body<I, O> body) {
        return new TypedSkill<>(descriptor, inputType, body);
    }

    @Override
    public SkillDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public SkillResult run(Json input, SkillContext context) throws InterruptedException {
        try {
            var output = body.run(Binding.read(input, inputType), context);
            return SkillResult.succeeded(Binding.write(output));
        } catch (SkillException e) {
            return SkillResult.failed(e.failure());
        } catch (SkillContext.ArtifactMissingException e) {
            return SkillResult.failed(MissingArtifact.failure(e, input));
        } catch (IOException e) {
            return SkillResult.failed(
                    new SkillFailure.Broken(descriptor.id() + " could not read or write a file: " + e.getMessage()));
        }
    }
}
