package dev.runengine.skills.provider;

import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.json.JsonMismatchException;
import dev.runengine.core.json.JsonPointer;
import dev.runengine.core.skill.SkillDescriptor;
import dev.runengine.skills.job.FileSettings;
import dev.runengine.skills.job.FileSettings.Source;
import dev.runengine.skills.job.HttpSettings;
import dev.runengine.skills.job.JobSettings;
import dev.runengine.skills.job.LookUp;
import dev.runengine.skills.job.RequestBody;
import dev.runengine.skills.job.RequestBody.Field;
import dev.runengine.skills.job.RequestTemplate;
import dev.runengine.skills.media.FileFacts;
import dev.runengine.skills.template.JsonTemplate;
import dev.runengine.skills.template.TextTemplate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/** Reads how a service does a skill. Every hole is checked: its source, its pointer, and what the skill's input has. */
final class HttpReader {
    private static final double USUAL_INTERVAL_SEC = 2;
    private static final double USUAL_LONGEST_SEC = 15;
    private static final double USUAL_SETTLE_SEC = 60;
    private static final double USUAL_MAX_BYTES = 64 << 20;
    private static final double MICROS = 1_000_000;

    private final SkillDescriptor skill;
    private final Holes holes;
    private final boolean isJob;

    private HttpReader(SkillDescriptor skill, boolean isJob) {
        this.skill = skill;
        this.holes = new Holes(skill);
        this.isJob = isJob;
    }

    /** @throws JsonMismatchException for what the schema of the file does not see */
    static HttpSettings read(Members http, BoundService service, SkillDescriptor skill) {
        return new HttpReader(skill, http.inner("job").isPresent()).settings(http, service);
    }

    private HttpSettings settings(Members http, BoundService service) {
        var request = request(http.required("request"), "POST", Set.of());
        var job = http.inner("job").map(this::job);
        var file = http.inner("file").map(this::file);
        if (isJob
                && file.isPresent()
                && file.get().source() instanceof Source.Body
                && job.get().result().isEmpty()) {
            throw new JsonMismatchException(
                    http.place("job"), "the file is the body of the result, so the request for the result is needed");
        }
        return new HttpSettings(
                service.service(),
                request,
                job,
                file,
                output(http, file.isPresent()),
                Math.round(http.number("costPerCall", 0) * MICROS),
                service.callLimit());
    }

    private JsonTemplate output(Members http, boolean hasFile) {
        var place = http.place("output");
        var template = JsonTemplate.compile(http.required("output").object(), place);
        var sources = new ArrayList<>(List.of(Holes.RESPONSE));
        if (isJob) {
            sources.add(Holes.JOB);
        }
        if (hasFile) {
            sources.add(Holes.FILE);
        }
        holes.check(template.holes(), Set.copyOf(sources), place);
        return template;
    }

    private JobSettings job(Members job) {
        var ofJob = Set.of(Holes.JOB);
        return new JobSettings(
                job.pointer("id").orElse(JsonPointer.ROOT),
                request(job.required("status"), "GET", ofJob),
                job.pointer("state").orElse(JsonPointer.ROOT),
                job.all().list("done", (value, _) -> value),
                job.all().list("failed", (value, _) -> value),
                job.pointer("reason"),
                job.inner("result").map(result -> request(result, "GET", ofJob)),
                job.inner("cancel").map(cancel -> request(cancel, "POST", ofJob)),
                job.inner("lookUp").map(this::lookUp),
                job.seconds("intervalSec", USUAL_INTERVAL_SEC),
                job.seconds("longestIntervalSec", USUAL_LONGEST_SEC));
    }

    private LookUp lookUp(Members lookUp) {
        return new LookUp(
                request(lookUp.required("request"), "GET", Set.of()),
                lookUp.pointer("id").orElse(JsonPointer.ROOT),
                lookUp.seconds("settleSec", USUAL_SETTLE_SEC));
    }

    private FileSettings file(Members file) {
        return new FileSettings(
                source(file),
                mediaTypes(file),
                file.text("filename").orElse(skill.id().replace('_', '-')),
                (long) file.number("maxBytes", USUAL_MAX_BYTES));
    }

    private Source source(Members file) {
        return switch (file.all().text("from")) {
            case "body" -> new Source.Body();
            case "base64" -> new Source.Base64(file.pointer("base64").orElse(JsonPointer.ROOT));
            default ->
                new Source.Download(address(file, isJob ? Set.of(Holes.RESPONSE, Holes.JOB) : Set.of(Holes.RESPONSE)));
        };
    }

    private List<String> mediaTypes(Members file) {
        var known = FileFacts.known();
        var wanted = file.all().texts("mediaTypes");
        for (var type : wanted) {
            if (!known.contains(type)) {
                throw new JsonMismatchException(
                        file.place("mediaTypes"),
                        "files of type " + type + " are not recognized; known are " + String.join(", ", known));
            }
        }
        var types = wanted.isEmpty()
                ? skill.produces().stream().filter(known::contains).toList()
                : wanted;
        if (types.isEmpty()) {
            throw new JsonMismatchException(file.at(), "the skill does not say which files it makes; write mediaTypes");
        }
        return types;
    }

    private RequestTemplate request(Members request, String usualMethod, Set<String> sources) {
        return new RequestTemplate(
                request.text("method").orElse(usualMethod), address(request, sources), body(request, sources));
    }

    private TextTemplate address(Members members, Set<String> sources) {
        var place = members.place("url");
        var template = JsonMismatchException.placing(
                place, () -> TextTemplate.compile(members.all().text("url")));
        holes.check(template.holes(), sources, place);
        return template;
    }

    private RequestBody body(Members request, Set<String> sources) {
        var form = request.inner("form");
        var json = request.object().get("json");
        if (form.isPresent() && json.isPresent()) {
            throw new JsonMismatchException(request.at(), "a request has one body: json or form");
        }
        return form.map(fields -> form(fields, sources))
                .or(() -> json.map(body -> new RequestBody.JsonBody(
                        template(body, request.place("json"), Holes.and(sources, Holes.BASE64)))))
                .orElse(new RequestBody.None());
    }

    private RequestBody form(Members form, Set<String> sources) {
        var fields = new LinkedHashMap<String, Field>();
        form.object().members().forEach((name, value) -> fields.put(name, field(value, form.place(name), sources)));
        return new RequestBody.Form(fields);
    }

    private Field field(Json value, JsonPointer at, Set<String> sources) {
        return value instanceof JObject
                ? new Field.ArtifactFile(
                        Members.of(value, at).pointer("artifact").orElse(JsonPointer.ROOT))
                : new Field.Text(template(value, at, sources));
    }

    private JsonTemplate template(Json value, JsonPointer at, Set<String> sources) {
        var template = JsonTemplate.compile(value, at);
        holes.check(template.holes(), sources, at);
        return template;
    }
}
