package dev.runengine.skills.job;

import static dev.runengine.skills.JsonText.json;
import static dev.runengine.skills.JsonText.object;

import dev.runengine.core.json.Json;
import dev.runengine.core.json.JsonPointer;
import dev.runengine.core.skill.SkillDescriptor;
import dev.runengine.skills.http.Endpoint;
import dev.runengine.skills.http.Service;
import dev.runengine.skills.job.FileSettings.Source;
import dev.runengine.skills.job.RequestBody.JsonBody;
import dev.runengine.skills.template.JsonTemplate;
import dev.runengine.skills.template.TextTemplate;
import dev.runengine.skills.testing.FakeService;
import dev.runengine.skills.testing.SkillWorld;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A skill that has a picture painted by a service on this machine. */
@Timeout(20)
abstract class HttpSkillFixture {
    static final Json INPUT = json("{'prompt': 'a cup'}");
    static final String OUTPUT = """
            {'image_uri': '{{file:/uri}}', 'width': '{{file:/width}}', 'prompt': '{{input:/prompt}}',
             'seed': '{{response:/seed|0}}'}""";
    static final int MAX_BYTES = 20_000;

    final FakeService service = new FakeService();

    @TempDir
    Path folder;

    SkillWorld world;

    @BeforeEach
    void start() throws IOException {
        world = new SkillWorld(folder, Map.of());
    }

    @AfterEach
    void stop() {
        service.close();
    }

    static RequestTemplate request(String method, String url, String body) {
        return new RequestTemplate(
                method, TextTemplate.compile(url), new JsonBody(JsonTemplate.compile(json(body), JsonPointer.ROOT)));
    }

    static RequestTemplate get(String url) {
        return new RequestTemplate("GET", TextTemplate.compile(url), new RequestBody.None());
    }

    static FileSettings png(Source source) {
        return new FileSettings(source, List.of("image/png"), "picture", MAX_BYTES);
    }

    static Source base64(String place) {
        return new Source.Base64(JsonPointer.parse(place));
    }

    static Source download(String url) {
        return new Source.Download(TextTemplate.compile(url));
    }

    HttpSettings settings(RequestTemplate request, Optional<JobSettings> job, FileSettings file) {
        return new HttpSettings(
                new Service(Endpoint.of(service.url(), List.of()), Map.of("Authorization", "Bearer k")),
                request,
                job,
                Optional.of(file),
                JsonTemplate.compile(json(OUTPUT), JsonPointer.ROOT),
                40_000,
                Duration.ofSeconds(5));
    }

    static SkillDescriptor descriptor() {
        return new SkillDescriptor(
                "paint",
                "1",
                "http:p@1",
                "Paint",
                "Paints.",
                List.of(),
                object("{'type': 'object'}"),
                object("""
                        {'type': 'object', 'required': ['image_uri', 'width', 'prompt', 'seed'],
                         'additionalProperties': false,
                         'properties': {'image_uri': {'type': 'string'}, 'prompt': {'type': 'string'},
                           'width': {'type': 'integer', 'minimum': 10}, 'seed': {'type': ['integer', 'string']}}}"""),
                List.of("image/png"),
                Duration.ofSeconds(60));
    }
}
