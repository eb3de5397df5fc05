package dev.runengine.skills.http;

import dev.runengine.core.skill.SkillFailure;
import dev.runengine.core.skill.SkillFailure.Broken;
import dev.runengine.core.skill.SkillFailure.Rejected;
import dev.runengine.core.skill.SkillFailure.Transient;
import dev.runengine.skills.http.Reply.Answer;
import dev.runengine.skills.http.Reply.Refusal;
import dev.runengine.skills.typed.SkillException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/**
 * Sends requests and keeps the answers in files. Redirects are not followed, nothing is tried a second time, and neither
 * a slow nor an endless answer holds a thread beyond the call's limit. Safe for concurrent use.
 */
public final class HttpCalls {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final long ERROR_BYTES = 1 << 16;

    // HTTP/1.1: the upgrade that the client would offer on plain http confuses small servers.
    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    private final Secrets secrets;
    private final Refusals refusals;

    public HttpCalls(Secrets secrets, InstantSource clock) {
        this.secrets = secrets;
        this.refusals = new Refusals(secrets, clock);
    }

    /**
     * @param into the file for the body, made or overwritten
     * @throws SkillException for everything but a complete answer with a status of 2xx: transient when asking again may
     *     help, rejected when somebody has to change something first
     */
    public Answer send(Call call, Path into) throws SkillException, InterruptedException {
        return switch (exchange(call, into)) {
            case Answer answer -> answer;
            case Refusal(var _, var failure) -> throw new SkillException(failure);
        };
    }

    /** As {@link #send}, for callers to whom a status other than 2xx can mean something. */
    public Reply exchange(Call call, Path into) throws SkillException, InterruptedException {
        try {
            return exchangeOnce(call, into);
        } catch (NotSentException e) {
            throw e.toSkillException();
        }
    }

    /**
     * As {@link #exchange}, for requests that must not be sent twice.
     *
     * @throws NotSentException when it is certain that the service has seen nothing of it
     */
    public Reply exchangeOnce(Call call, Path into) throws SkillException, NotSentException, InterruptedException {
        var exchange = client.sendAsync(call.toRequest(), body(call, into));
        try {
            var response = exchange.get(call.limit().toMillis(), TimeUnit.MILLISECONDS);
            if (response.statusCode() / 100 != 2) {
                return new Refusal(response.statusCode(), refusals.failure(call.place(), response, into));
            }
            requireComplete(call, response);
            return new Answer(call.place(), response.headers(), into, response.body());
        } catch (TimeoutException e) {
            throw new SkillException(new Transient(
                    call.place() + " gave no complete answer within "
                            + call.limit().toMillis() + " ms",
                    Optional.empty()));
        } catch (ExecutionException e) {
            var cause = Objects.requireNonNullElse(e.getCause(), e);
            if (isUnsent(cause)) {
                throw new NotSentException(failure(call, cause));
            }
            throw new SkillException(failure(call, cause));
        } finally {
            exchange.cancel(true); // Ends the exchange when we stop waiting for it; does nothing to one that ended.
        }
    }

    /** What a service said, fit for a message: one line, shortened, without secrets. */
    public String quote(String said) {
        return secrets.quote(said);
    }

    private static BodyHandler<Long> body(Call call, Path into) {
        return head -> head.statusCode() / 100 == 2
                ? BoundedFile.whole(into, call.maxBytes())
                : BoundedFile.start(into, ERROR_BYTES);
    }

    private static void requireComplete(Call call, HttpResponse<Long> response) throws SkillException {
        OptionalLong declared = response.headers().firstValueAsLong("Content-Length");
        if (declared.isPresent() && declared.getAsLong() != response.body()) {
            throw new SkillException(new Transient(
                    "the answer of " + call.place() + " was cut off: " + response.body() + " of " + declared.getAsLong()
                            + " bytes came",
                    Optional.empty()));
        }
    }

    private static boolean isUnsent(Throwable cause) {
        return cause instanceof ConnectException
                || cause instanceof HttpConnectTimeoutException
                || cause instanceof SSLHandshakeException;
    }

    private static SkillFailure failure(Call call, Throwable cause) {
        return switch (cause) {
            case BoundedFile.TooLargeException _ ->
                new Rejected("the answer of " + call.place() + " is larger than the " + call.maxBytes()
                        + " bytes allowed; raise maxBytes if that is right");
            case BoundedFile.LocalFileException e -> new Broken(String.valueOf(e.getMessage()));
            case SSLException e ->
                new Broken("no secure connection to " + call.place() + " (" + e.getMessage()
                        + "); check baseUrl and the certificate");
            case ConnectException _ ->
                new Transient("cannot reach " + call.place() + "; check baseUrl and the network", Optional.empty());
            case IOException e ->
                new Transient("the connection to " + call.place() + " broke: " + e.getMessage(), Optional.empty());
            case Throwable bug -> throw new IllegalStateException(bug);
        };
    }
}
