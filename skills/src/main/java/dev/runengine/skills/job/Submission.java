package dev.runengine.skills.job;

import dev.runengine.core.skill.JobRecord;
import dev.runengine.core.skill.SkillContext;
import dev.runengine.core.skill.SkillFailure;
import dev.runengine.core.skill.SkillFailure.OutcomeUnknown;
import dev.runengine.core.skill.SkillFailure.Rejected;
import dev.runengine.core.skill.SkillFailure.Transient;
import dev.runengine.skills.http.Call;
import dev.runengine.skills.http.JsonAnswer;
import dev.runengine.skills.http.NotSentException;
import dev.runengine.skills.http.Reply.Answer;
import dev.runengine.skills.http.Reply.Refusal;
import dev.runengine.skills.typed.SkillException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Gets a job submitted once, whatever happens. What was sent is never sent again unless the service has refused it, or
 * says that it has no job of this execution's key.
 */
final class Submission {
    private final RequestTemplate request;
    private final JobSettings settings;
    private final Remote remote;
    private final SkillContext context;

    Submission(RequestTemplate request, JobSettings settings, Remote remote, SkillContext context) {
        this.request = request;
        this.settings = settings;
        this.remote = remote;
        this.context = context;
    }

    /** The id of this execution's one job. */
    String jobId() throws SkillException, IOException, InterruptedException {
        var known = context.jobs().job();
        if (known.isEmpty()) {
            return submit();
        }
        return switch (known.get()) {
            case JobRecord.Submitted(var id, var _) -> id;
            case JobRecord.Submitting(var at) ->
                settled(at, "it was being submitted when the engine or its worker stopped");
        };
    }

    /** The job there is now, without submitting or waiting. */
    Optional<String> existing() throws SkillException, IOException, InterruptedException {
        var known = context.jobs().job();
        if (known.isPresent() && known.get() instanceof JobRecord.Submitted(var id, var _)) {
            return Optional.of(id);
        }
        return known.isPresent() && settings.lookUp().isPresent()
                ? find(settings.lookUp().get())
                : Optional.empty();
    }

    private String submit() throws SkillException, IOException, InterruptedException {
        var call = remote.submission(request, Answers.MAX_JSON_BYTES);
        context.jobs().submitting();
        return send(call);
    }

    private String send(Call call) throws SkillException, IOException, InterruptedException {
        var unknown = "its answer was lost";
        try {
            switch (remote.exchange(call, remote.file("submitted.json"))) {
                case Answer answer -> {
                    var id = JobIds.find(JsonAnswer.read(answer), settings.id());
                    if (id.isPresent()) {
                        context.jobs().submitted(id.get());
                        return id.get();
                    }
                    unknown = "the provider's answer has no job id at " + settings.id() + "; correct job.id";
                }
                case Refusal(int status, var failure) -> {
                    if (isDefinitive(status, failure)) {
                        context.jobs().refused();
                        throw new RefusedException(failure);
                    }
                    unknown = failure.message();
                }
            }
        } catch (NotSentException e) {
            context.jobs().refused();
            throw e.toSkillException();
        } catch (RefusedException e) {
            throw new SkillException(e.failure);
        } catch (SkillException e) {
            unknown = String.valueOf(e.getMessage());
        }
        return settled(sentAt(), unknown);
    }

    private Instant sentAt() {
        return context.jobs()
                .job()
                .map(JobRecord::at)
                .orElseGet(() -> remote.time().start());
    }

    /**
     * Whether a refusal says that nothing was started. A gateway answers 5xx for a service that goes on working; a service
     * that names the time to come back has turned us away. 409 is what a key in use is answered with.
     */
    private static boolean isDefinitive(int status, SkillFailure failure) {
        return switch (status) {
            case 409 -> false;
            case 501, 505 -> true;
            case 503 -> failure instanceof Transient(var _, var after) && after.isPresent();
            default -> status < 500;
        };
    }

    private String settled(Instant sentAt, String cause) throws SkillException, IOException, InterruptedException {
        if (settings.lookUp().isEmpty()) {
            throw new SkillException(new OutcomeUnknown(cause));
        }
        var lookUp = settings.lookUp().get();
        var believedFrom = sentAt.plus(lookUp.settle());
        while (true) {
            var pause = settings.interval();
            boolean none = false;
            try {
                var found = find(lookUp);
                if (found.isPresent()) {
                    context.jobs().submitted(found.get());
                    return found.get();
                }
                none = true;
            } catch (SkillException e) {
                pause = pauseAfter(e);
            }
            if (none && !remote.time().clock().instant().isBefore(believedFrom)) {
                return submit();
            }
            remote.pauseWithinLimit(pause);
        }
    }

    /** A service that stumbles is asked again; anything else will not get better by asking. */
    private Duration pauseAfter(SkillException e) throws SkillException {
        if (e.failure() instanceof Transient(var _, var after)) {
            return after.orElse(settings.interval());
        }
        throw e;
    }

    private Optional<String> find(LookUp lookUp) throws SkillException, IOException, InterruptedException {
        return switch (remote.ask(
                lookUp.request(), remote.scope(), remote.file("found.json"), Answers.MAX_JSON_BYTES)) {
            case Answer answer -> JobIds.find(JsonAnswer.read(answer), lookUp.id());
            case Refusal(int status, Rejected _) when status == 404 -> Optional.empty();
            case Refusal(var _, var failure) -> throw new SkillException(failure);
        };
    }

    /** So that a refusal is not taken for a lost answer. */
    private static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1;

        private final transient SkillFailure failure;

        RefusedException(SkillFailure failure) {
            super(failure.message());
            this.failure = failure;
        }
    }
}
