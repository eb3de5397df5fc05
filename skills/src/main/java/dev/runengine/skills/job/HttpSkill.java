package dev.runengine.skills.job;

import dev.runengine.core.json.Json;
import dev.runengine.core.skill.SchemaCheck;
import dev.runengine.core.skill.Skill;
import dev.runengine.core.skill.SkillContext;
import dev.runengine.core.skill.SkillDescriptor;
import dev.runengine.core.skill.SkillFailure.InvalidOutput;
import dev.runengine.core.skill.SkillResult;
import dev.runengine.core.skill.Usage;
import dev.runengine.skills.http.HttpCalls;
import dev.runengine.skills.http.TimeBudget;
import dev.runengine.skills.job.FileSettings.Source;
import dev.runengine.skills.template.Scope;
import dev.runengine.skills.typed.SkillException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.Optional;

/**
 * A skill done by an HTTP service: one request that is answered with the result, or one that starts a job which is then
 * polled. The file it makes goes from the network to disk, is looked at for what it really is, and published only when
 * the data fits the output schema.
 */
public final class HttpSkill implements Skill {
    private static final System.Logger LOG = System.getLogger(HttpSkill.class.getName());

    /** What skills of this kind need to run. */
    public record Surroundings(HttpCalls calls, SchemaCheck schemas, InstantSource clock) {}

    private final SkillDescriptor descriptor;
    private final HttpSettings settings;
    private final Surroundings around;

    public HttpSkill(SkillDescriptor descriptor, HttpSettings settings, Surroundings around) {
        this.descriptor = descriptor;
        this.settings = settings;
        this.around = around;
    }

    @Override
    public SkillDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public SkillResult run(Json input, SkillContext context) throws InterruptedException {
        try {
            return perform(remote(input, context), context);
        } catch (SkillException e) {
            return SkillResult.failed(e.failure());
        } catch (IOException e) {
            return SkillResult.failed(
                    SkillException.broken(descriptor.id() + " could not read or write a file: " + e.getMessage())
                            .failure());
        }
    }

    private SkillResult perform(Remote remote, SkillContext context)
            throws SkillException, IOException, InterruptedException {
        var answers = new Answers(settings.file(), context.workspace());
        var scope = settings.job().isPresent()
                ? answeredByJob(settings.job().get(), remote, answers, context)
                : answeredAtOnce(remote, answers);
        var delivery = delivery(remote, answers, scope);
        var data = data(delivery.map(d -> scope.with("file", d.document())).orElse(scope));
        if (delivery.isPresent()) {
            publish(delivery.get(), context);
        }
        return new SkillResult.Succeeded(data, new Usage(settings.costMicros(), 0));
    }

    private Scope answeredAtOnce(Remote remote, Answers answers)
            throws SkillException, IOException, InterruptedException {
        var answer = remote.submit(settings.request(), answers.resultFile(), answers.maxBytes());
        return remote.scope().with("response", answers.result(answer));
    }

    private Scope answeredByJob(JobSettings wanted, Remote remote, Answers answers, SkillContext context)
            throws SkillException, IOException, InterruptedException {
        var id = new Submission(settings.request(), wanted, remote, context).jobId();
        var job = new Job(wanted, id, remote, answers);
        return job.scope().with("response", job.result());
    }

    @Override
    public void cancelJob(Json input, SkillContext context) throws InterruptedException {
        if (settings.job().isEmpty()) {
            return;
        }
        var remote = remote(input, context);
        try {
            var id = new Submission(settings.request(), settings.job().get(), remote, context).existing();
            if (id.isPresent()) {
                new Job(settings.job().get(), id.get(), remote, new Answers(settings.file(), context.workspace()))
                        .cancel();
            }
        } catch (SkillException | IOException e) {
            LOG.log(
                    Level.WARNING,
                    "the remote job of {0} could not be looked up: {1}",
                    descriptor.id(),
                    e.getMessage());
        }
    }

    private Remote remote(Json input, SkillContext context) {
        var time = TimeBudget.of(around.clock(), context, settings.callLimit());
        return new Remote(settings.service(), around.calls(), time, context, input);
    }

    private Optional<Delivery> delivery(Remote remote, Answers answers, Scope scope)
            throws SkillException, IOException, InterruptedException {
        if (settings.file().isEmpty()) {
            return Optional.empty();
        }
        var wanted = settings.file().get();
        if (wanted.source() instanceof Source.Download(var url)) {
            remote.download(url, scope, answers.deliveredFile(), wanted.maxBytes());
        }
        return Optional.of(Delivery.check(answers.deliveredFile(), wanted));
    }

    private Json data(Scope scope) throws SkillException {
        var data = settings.output().fill(scope).orElse(Json.NULL);
        var problems = around.schemas().check(descriptor.outputSchema(), data);
        if (problems.isEmpty()) {
            return data;
        }
        var first = problems.getFirst();
        throw new SkillException(new InvalidOutput(
                "what the binding makes of the provider's answer does not fit the skill's output, at \""
                        + first.pointer() + "\": " + first.detail() + "; correct the binding's output",
                problems));
    }

    private void publish(Delivery delivery, SkillContext context) throws IOException {
        var name = settings.file().map(FileSettings::filename).orElse(descriptor.id());
        context.publish(
                delivery.file(),
                delivery.facts().mediaType(),
                name + "." + delivery.facts().format());
    }
}
