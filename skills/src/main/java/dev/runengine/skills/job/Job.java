package dev.runengine.skills.job;

import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JString;
import dev.runengine.core.skill.SkillFailure.Broken;
import dev.runengine.core.skill.SkillFailure.Transient;
import dev.runengine.skills.http.Reply;
import dev.runengine.skills.http.Reply.Answer;
import dev.runengine.skills.http.Reply.Refusal;
import dev.runengine.skills.template.Scope;
import dev.runengine.skills.typed.SkillException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;

/** A submitted job, looked at until it has ended. It is paid for, so a service that stumbles is asked again. */
final class Job {
    private static final System.Logger LOG = System.getLogger(Job.class.getName());

    /** Whoever told it to stop is waiting. */
    private static final Duration CANCEL_LIMIT = Duration.ofSeconds(3);

    private static final long MAX_BYTES = 1 << 20;

    /** How a job is. */
    private sealed interface Look {
        record Running(Optional<Duration> pause) implements Look {}

        record Done(Json status) implements Look {}
    }

    private final JobSettings settings;
    private final String id;
    private final Remote remote;
    private final Answers answers;

    Job(JobSettings settings, String id, Remote remote, Answers answers) {
        this.settings = settings;
        this.id = id;
        this.remote = remote;
        this.answers = answers;
    }

    /** What is filled in: as in the first request, and the job's id. */
    Scope scope() {
        return remote.scope().with("job", Json.object("id", Json.of(id)));
    }

    /**
     * The answer that carries the result. When it does not come to that, the job is told to stop; but not when we are:
     * whoever tells us knows whether somebody else goes on with it.
     *
     * @throws SkillException when the job has failed, is unknown, or takes longer than there is time
     */
    Json result() throws SkillException, IOException, InterruptedException {
        var status = statusWhenDone();
        return settings.result().isPresent() ? fetched(settings.result().get()) : status;
    }

    private Json fetched(RequestTemplate request) throws SkillException, IOException, InterruptedException {
        return answers.result(required(remote.ask(request, scope(), answers.resultFile(), answers.maxBytes())));
    }

    private Json statusWhenDone() throws SkillException, IOException, InterruptedException {
        try {
            return polled();
        } catch (EndedException e) {
            throw new SkillException(e.failure);
        } catch (SkillException | IOException e) {
            cancel();
            throw e;
        }
    }

    private Json polled() throws SkillException, EndedException, IOException, InterruptedException {
        var interval = settings.interval();
        while (true) {
            switch (look()) {
                case Look.Done(var status) -> {
                    return status;
                }
                case Look.Running(var wait) -> remote.pauseWithinLimit(wait.orElse(interval));
            }
            interval = settings.after(interval);
        }
    }

    private Look look() throws SkillException, EndedException, IOException, InterruptedException {
        try {
            return switch (remote.ask(settings.status(), scope(), remote.file("status.json"), answers.maxBytes())) {
                case Answer answer -> read(answers.json(answer));
                case Refusal(int status, var _)
                when status == 404 || status == 410 ->
                    throw new EndedException(new Broken(
                            "the provider does not know the job " + id + " any more; another try submits a new one"));
                case Refusal(var _, var failure) -> throw new SkillException(failure);
            };
        } catch (SkillException e) {
            if (e.failure() instanceof Transient(var _, var wait)) {
                return new Look.Running(wait);
            }
            throw e;
        }
    }

    private Look read(Json status) throws SkillException, EndedException {
        var state = settings.state()
                .find(status)
                .orElseThrow(() -> SkillException.broken("the status of job " + id + " has no " + settings.state()
                        + "; correct job.state in the binding"));
        if (settings.failed().contains(state)) {
            throw new EndedException(new Broken(
                    "the provider's job " + id + " ended as " + remote.quote(state.toString()) + reason(status)));
        }
        return settings.done().contains(state) ? new Look.Done(status) : new Look.Running(Optional.empty());
    }

    private String reason(Json status) {
        return settings.reason()
                .flatMap(place -> place.find(status))
                .map(said -> ": " + remote.quote(said instanceof JString(var text) ? text : said.toString()))
                .orElse("");
    }

    void cancel() throws IOException {
        if (settings.cancel().isEmpty()) {
            return;
        }
        try {
            required(remote.ask(
                    settings.cancel().get(), scope(), remote.file("cancelled.json"), MAX_BYTES, CANCEL_LIMIT));
        } catch (SkillException e) {
            LOG.log(Level.WARNING, "the provider''s job {0} could not be cancelled: {1}", id, e.getMessage());
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
        }
    }

    private static Answer required(Reply reply) throws SkillException {
        return switch (reply) {
            case Answer answer -> answer;
            case Refusal(var _, var failure) -> throw new SkillException(failure);
        };
    }

    /** The job is over: there is nothing to cancel. */
    private static final class EndedException extends Exception {
        private static final long serialVersionUID = 1;

        private final transient Broken failure;

        EndedException(Broken failure) {
            super(failure.message());
            this.failure = failure;
        }
    }
}
