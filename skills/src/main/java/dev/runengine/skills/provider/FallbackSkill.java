package dev.runengine.skills.provider;

import dev.runengine.core.json.Json;
import dev.runengine.core.skill.Skill;
import dev.runengine.core.skill.SkillContext;
import dev.runengine.core.skill.SkillDescriptor;
import dev.runengine.core.skill.SkillFailure;
import dev.runengine.core.skill.SkillFailure.Broken;
import dev.runengine.core.skill.SkillFailure.InvalidInput;
import dev.runengine.core.skill.SkillFailure.Transient;
import dev.runengine.core.skill.SkillResult;
import dev.runengine.core.skill.SkillResult.Failed;
import dev.runengine.core.skill.SkillResult.Succeeded;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;

/**
 * A provider, and the skill's own implementation for what the provider fails at for good. Its implementation names both:
 * a result is kept under a name that says it may be the local one, and under no other.
 */
final class FallbackSkill implements Skill {
    private static final System.Logger LOG = System.getLogger(FallbackSkill.class.getName());
    private static final int TRIES = 3;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final SkillDescriptor descriptor;
    private final Skill provided;
    private final Skill local;
    private final InstantSource clock;

    /** @param descriptor its time limit is enough for both, one after the other */
    FallbackSkill(SkillDescriptor descriptor, Skill provided, Skill local, InstantSource clock) {
        this.descriptor = descriptor;
        this.provided = provided;
        this.local = local;
        this.clock = clock;
    }

    @Override
    public SkillDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public SkillResult run(Json input, SkillContext context) throws InterruptedException {
        try {
            var share = ProviderShare.of(
                    context, context.deadline().minus(local.descriptor().timeLimit()));
            var result = tried(input, share);
            return switch (result) {
                case Succeeded succeeded -> succeeded;
                case Failed(InvalidInput _) -> result;
                case Failed(var failure) -> {
                    share.remove();
                    yield locally(input, context, failure);
                }
            };
        } catch (IOException e) {
            return SkillResult.failed(
                    new Broken("the provider's folder could not be made or removed: " + e.getMessage()));
        }
    }

    @Override
    public void cancelJob(Json input, SkillContext context) throws InterruptedException {
        provided.cancelJob(input, context);
    }

    /** The engine would try again too, but it does not know that there is somebody else to ask after that. */
    private SkillResult tried(Json input, ProviderShare share) throws InterruptedException {
        for (int tries = 1; ; tries++) {
            var result = provided.run(input, share);
            if (tries == TRIES || !(result instanceof Failed(Transient(var _, var after)))) {
                return result;
            }
            var wait = after.orElse(PAUSE.multipliedBy(tries));
            if (clock.instant().plus(wait).isAfter(share.deadline())) {
                return result;
            }
            share.pause(wait);
        }
    }

    private SkillResult locally(Json input, SkillContext context, SkillFailure failure) throws InterruptedException {
        LOG.log(
                Level.WARNING,
                "[RunEngine] Skill {0}: {1} failed, so {2} does it: {3}",
                descriptor.id(),
                provided.descriptor().implementation(),
                local.descriptor().implementation(),
                failure.message());
        return local.run(input, context);
    }
}
