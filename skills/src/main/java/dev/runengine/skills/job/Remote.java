package dev.runengine.skills.job;

import dev.runengine.core.json.Json;
import dev.runengine.core.skill.SkillContext;
import dev.runengine.skills.http.Call;
import dev.runengine.skills.http.HttpCalls;
import dev.runengine.skills.http.NotSentException;
import dev.runengine.skills.http.Reply;
import dev.runengine.skills.http.Reply.Answer;
import dev.runengine.skills.http.Service;
import dev.runengine.skills.http.TimeBudget;
import dev.runengine.skills.job.RequestBody.Form;
import dev.runengine.skills.job.RequestBody.JsonBody;
import dev.runengine.skills.job.RequestBody.None;
import dev.runengine.skills.template.Scope;
import dev.runengine.skills.template.TextTemplate;
import dev.runengine.skills.typed.SkillException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A service within one execution: fills requests in and sends them. */
final class Remote {
    private final Service service;
    private final HttpCalls calls;
    private final TimeBudget time;
    private final SkillContext context;
    private final Json input;

    Remote(Service service, HttpCalls calls, TimeBudget time, SkillContext context, Json input) {
        this.service = service;
        this.calls = calls;
        this.time = time;
        this.context = context;
        this.input = input;
    }

    /** What is filled in: the input and the execution. */
    Scope scope() {
        return Scope.of(Map.of(
                "input",
                input,
                "execution",
                Json.object("key", Json.of(context.executionKey().toString()))));
    }

    String quote(String said) {
        return calls.quote(said);
    }

    TimeBudget time() {
        return time;
    }

    Path file(String name) {
        return context.workspace().resolve(name);
    }

    /** Sends a request that starts work: whoever gets it twice does the work once. */
    Answer submit(RequestTemplate request, Path into, long maxBytes)
            throws SkillException, IOException, InterruptedException {
        return calls.send(submission(request, maxBytes), into);
    }

    /** A request that starts a job, ready to be sent: what is wrong with it shows before anything is. */
    Call submission(RequestTemplate request, long maxBytes) throws SkillException, IOException {
        var key = Map.of("Idempotency-Key", context.executionKey().toString());
        return call(request, scope(), key, maxBytes, time.forNextCall());
    }

    Reply exchange(Call call, Path into) throws SkillException, NotSentException, InterruptedException {
        return calls.exchangeOnce(call, into);
    }

    void pauseWithinLimit(Duration wanted) throws SkillException, InterruptedException {
        var left = time.left();
        context.pause(wanted.compareTo(left) < 0 ? wanted : left);
    }

    Reply ask(RequestTemplate request, Scope scope, Path into, long maxBytes)
            throws SkillException, IOException, InterruptedException {
        return ask(request, scope, into, maxBytes, time.forNextCall());
    }

    Reply ask(RequestTemplate request, Scope scope, Path into, long maxBytes, Duration limit)
            throws SkillException, IOException, InterruptedException {
        return calls.exchange(call(request, scope, Map.of(), maxBytes, limit), into);
    }

    Answer download(TextTemplate url, Scope scope, Path into, long maxBytes)
            throws SkillException, InterruptedException {
        var uri = address(url, scope);
        return calls.send(Call.get(uri, service.headersFor(uri), maxBytes, time.forNextCall()), into);
    }

    private Call call(RequestTemplate request, Scope scope, Map<String, String> more, long maxBytes, Duration limit)
            throws SkillException, IOException {
        var uri = address(request.url(), scope);
        var headers = new HashMap<>(service.headersFor(uri));
        headers.putAll(more);
        return new Call(request.method(), uri, headers, body(request.body(), scope, headers), maxBytes, limit);
    }

    private URI address(TextTemplate url, Scope scope) throws SkillException {
        return service.endpoint().resolve(url.fill(scope, Remote::percentEncoded));
    }

    private BodyPublisher body(RequestBody body, Scope scope, Map<String, String> headers)
            throws SkillException, IOException {
        var artifacts = new ArtifactTexts(input, context);
        return switch (body) {
            case None _ -> BodyPublishers.noBody();
            case JsonBody(var template) -> {
                headers.put("Content-Type", "application/json");
                var file = file("request.json");
                artifacts.write(template.fill(artifacts.over(scope)).orElse(Json.NULL), file);
                yield BodyPublishers.ofFile(file);
            }
            case Form form -> {
                var boundary = "form-" + context.executionKey();
                headers.put("Content-Type", "multipart/form-data; boundary=" + boundary);
                yield FormBody.of(form, scope, artifacts, boundary);
            }
        };
    }

    /** As in a path: the form encoding writes a space as +. */
    private static String percentEncoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
