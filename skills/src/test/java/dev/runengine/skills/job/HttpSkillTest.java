package dev.runengine.skills.job;

import static dev.runengine.skills.JsonText.json;
import static dev.runengine.skills.testing.FakeService.answer;
import static dev.runengine.skills.testing.FakeService.bytes;
import static dev.runengine.skills.testing.FakeService.cutOff;
import static dev.runengine.skills.testing.FakeService.status;
import static dev.runengine.skills.testing.SkillWorld.failure;
import static dev.runengine.skills.testing.SkillWorld.finished;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.json.Json;
import dev.runengine.core.json.JsonPointer;
import dev.runengine.core.json.JsonReader;
import dev.runengine.core.skill.SkillFailure;
import dev.runengine.core.skill.SkillFailure.Broken;
import dev.runengine.core.skill.SkillFailure.InvalidInput;
import dev.runengine.core.skill.SkillFailure.InvalidOutput;
import dev.runengine.core.skill.SkillFailure.Rejected;
import dev.runengine.core.skill.SkillFailure.Transient;
import dev.runengine.core.skill.Usage;
import dev.runengine.skills.http.Endpoint;
import dev.runengine.skills.http.Service;
import dev.runengine.skills.job.FileSettings.Source;
import dev.runengine.skills.job.RequestBody.Field;
import dev.runengine.skills.job.RequestBody.Form;
import dev.runengine.skills.run.Execution;
import dev.runengine.skills.template.JsonTemplate;
import dev.runengine.skills.template.TextTemplate;
import dev.runengine.skills.testing.FakeService;
import dev.runengine.skills.testing.SkillWorld;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpSkillTest extends HttpSkillFixture {
    private static final String PAINT = "POST /paint";
    private static final RequestTemplate REQUEST =
            request("POST", "/paint", "{'text': '{{input:/prompt}}', 'seed': '{{input:/seed}}', 'n': 1}");

    private Execution run(RequestTemplate request, Source source, Json input) throws InterruptedException {
        var settings = settings(request, Optional.empty(), png(source));
        return world.run(new HttpSkill(descriptor(), settings, world.around()), input);
    }

    private Execution run(Source source) throws InterruptedException {
        return run(REQUEST, source, INPUT);
    }

    private SkillFailure failureWith(FakeService.Behaviour body) throws InterruptedException {
        service.on(PAINT, body);
        return failure(run(new Source.Body()));
    }

    private static String inJson(byte[] file) {
        return "{'seed': 18446744073709551615, 'data': [{'b64': '"
                + Base64.getEncoder().encodeToString(file) + "'}]}";
    }

    @Test
    void aPictureInTheAnswersJsonIsPublishedAndMeasured() throws Exception {
        var picture = Pictures.png(40, 30);
        service.on(PAINT, answer(inJson(picture)));
        var finished = finished(run(base64("/data/0/b64")));
        assertThat(finished.files()).singleElement().satisfies(file -> {
            assertThat(file.path()).hasBinaryContent(picture);
            assertThat(file.filename()).isEqualTo("picture.png");
        });
        assertThat(finished.result().data())
                .isEqualTo(Json.object("width", Json.of(40), "prompt", Json.of("a cup"))
                        .with(
                                "image_uri",
                                Json.of("artifact:sha256:"
                                        + finished.files().getFirst().hash()))
                        .with("seed", Json.of("18446744073709551615")));
        assertThat(finished.result().usage()).isEqualTo(new Usage(40_000, 0));
    }

    @Test
    void whatTheInputDoesNotHaveIsLeftOutOfTheRequest() throws Exception {
        service.on(PAINT, bytes(200, "image/png", Pictures.png(40, 30)));
        finished(run(new Source.Body()));
        var seen = service.seen(PAINT).getFirst();
        assertThat(JsonReader.parse(seen.text())).isEqualTo(json("{'text': 'a cup', 'n': 1}"));
        assertThat(seen.headers())
                .containsEntry("Idempotency-Key", SkillWorld.KEY.toString())
                .containsEntry("Authorization", "Bearer k");
    }

    @Test
    void aPictureAtAnAddressOfTheServiceIsFetched() throws Exception {
        service.on(PAINT, answer("{'url': '" + service.url() + "/files/1.png'}"))
                .on("GET /files/1.png", bytes(200, "image/png", Pictures.png(40, 30)));
        assertThat(finished(run(download("{{response:/url}}"))).files()).hasSize(1);
    }

    @Test
    void anAddressOnAForeignHostIsNotFetched() throws Exception {
        try (var inside = new FakeService()) {
            inside.on("GET /secret.png", bytes(200, "image/png", Pictures.png(40, 30)));
            service.on(PAINT, answer("{'url': '" + inside.url() + "/secret.png'}"));
            assertThat(failure(run(download("{{response:/url}}"))))
                    .isInstanceOfSatisfying(
                            Rejected.class, f -> assertThat(f.message()).contains("allowedHosts"));
            assertThat(inside.seen()).isEmpty();
        }
    }

    @Test
    void aRedirectToAForeignHostIsNotFollowed() throws Exception {
        try (var inside = new FakeService()) {
            service.on(PAINT, answer("{'url': '" + service.url() + "/moved.png'}"))
                    .on("GET /moved.png", status(302, "text/plain", "", "Location: " + inside.url() + "/x.png"));
            assertThat(failure(run(download("{{response:/url}}")))).isInstanceOf(Rejected.class);
            assertThat(inside.seen()).isEmpty();
        }
    }

    @Test
    void anErrorPageThatIsCalledAPictureIsRefused() throws Exception {
        assertThat(failureWith(bytes(200, "image/png", "<html>Busy</html>".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOfSatisfying(
                        Broken.class, f -> assertThat(f.message()).contains("no image/png"));
    }

    @Test
    void aFileOfAnotherFormatThanWantedIsRefused() throws Exception {
        assertThat(failureWith(bytes(200, "image/png", "PK\u0003\u0004".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOfSatisfying(
                        Broken.class, f -> assertThat(f.message()).contains("application/zip, not image/png"));
    }

    @Test
    void aPictureThatIsCutOffIsTransient() throws Exception {
        var picture = Pictures.png(40, 30);
        assertThat(failureWith(cutOff("image/png", picture, picture.length + 100)))
                .isInstanceOf(Transient.class);
    }

    @Test
    void aFileBeyondTheCapIsRejected() throws Exception {
        assertThat(failureWith(bytes(200, "image/png", new byte[MAX_BYTES + 1])))
                .isInstanceOfSatisfying(
                        Rejected.class, f -> assertThat(f.message()).contains("raise maxBytes"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'data': []}", "{'data': [{'b64': 7}]}"})
    void anAnswerWithoutTheFileSaysSo(String answer) throws Exception {
        service.on(PAINT, answer(answer));
        assertThat(failure(run(base64("/data/0/b64"))))
                .isInstanceOfSatisfying(
                        Broken.class, f -> assertThat(f.message()).contains("no file"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'data': [{'b64': '%%%'}]}", "<html></html>", "{'data': [{'b64': 'iVBO"})
    void anAnswerThatCannotBeReadIsBroken(String answer) throws Exception {
        service.on(PAINT, answer(answer));
        assertThat(failure(run(base64("/data/0/b64")))).isInstanceOf(Broken.class);
    }

    @Test
    void anOutputThatDoesNotFitTheContractIsNotPublished() throws Exception {
        service.on(PAINT, bytes(200, "image/png", Pictures.png(9, 9)));
        assertThat(failure(run(new Source.Body())))
                .isInstanceOfSatisfying(
                        InvalidOutput.class,
                        f -> assertThat(f.problems().getFirst().pointer()).isEqualTo("/width"));
    }

    @Test
    void anArtifactOfTheInputIsSentAsBase64() throws Exception {
        var bytes = new byte[100_000];
        new Random(7).nextBytes(bytes);
        var address = world.stored(bytes);
        service.on(PAINT, bytes(200, "image/png", Pictures.png(40, 30)));
        var request = request("POST", "/paint", "{'image': 'data:image/png;base64,{{base64:/image_uri}}', 'end': 1}");
        finished(run(request, new Source.Body(), ((Json.JObject) INPUT).with("image_uri", Json.of(address.uri()))));
        var sent = JsonReader.parse(service.seen(PAINT).getFirst().text());
        assertThat(sent)
                .isEqualTo(Json.object(
                        "image",
                        Json.of("data:image/png;base64," + Base64.getEncoder().encodeToString(bytes)),
                        "end",
                        Json.of(1)));
    }

    @Test
    void anArtifactOfTheInputIsSentInAForm() throws Exception {
        var picture = Pictures.png(12, 12);
        var address = world.stored(picture);
        service.on(PAINT, bytes(200, "image/png", Pictures.png(40, 30)));
        var fields = new LinkedHashMap<String, Field>();
        fields.put("image", new Field.ArtifactFile(JsonPointer.parse("/image_uri")));
        fields.put("mask", new Field.ArtifactFile(JsonPointer.parse("/mask_uri")));
        fields.put("prompt", new Field.Text(JsonTemplate.compile(Json.of("{{input:/prompt}}"), JsonPointer.ROOT)));
        var request = new RequestTemplate("POST", TextTemplate.compile("/paint"), new Form(fields));
        finished(run(request, new Source.Body(), ((Json.JObject) INPUT).with("image_uri", Json.of(address.uri()))));
        var seen = service.seen(PAINT).getFirst();
        var form = new String(seen.body(), StandardCharsets.ISO_8859_1);
        assertThat(seen.headers().get("Content-Type")).startsWith("multipart/form-data; boundary=");
        assertThat(form)
                .contains("name=\"image\"; filename=\"image.png\"\r\nContent-Type: image/png\r\n\r\n"
                        + new String(picture, StandardCharsets.ISO_8859_1) + "\r\n--")
                .contains("name=\"prompt\"\r\n\r\na cup\r\n")
                .doesNotContain("mask");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com/a.png",
                "artifact:sha256:0000000000000000000000000000000000000000000000000000000000000000"
            })
    void whatCannotBeSentIsInvalidInput(String uri) throws Exception {
        var request = request("POST", "/paint", "{'image': '{{base64:/image_uri}}'}");
        var input = ((Json.JObject) INPUT).with("image_uri", Json.of(uri));
        assertThat(failure(run(request, new Source.Body(), input)))
                .isInstanceOfSatisfying(
                        InvalidInput.class, f -> assertThat(f.message()).contains("/image_uri"));
        assertThat(service.seen()).isEmpty();
    }

    @Test
    void headersWithSecretsStayWithTheService() throws Exception {
        try (var files = new FakeService()) {
            files.on("GET /1.png", bytes(200, "image/png", Pictures.png(40, 30)));
            service.on(PAINT, answer("{'url': '" + files.url() + "/1.png'}"));
            var host = files.url().substring("http://".length());
            var usual = settings(REQUEST, Optional.empty(), png(download("{{response:/url}}")));
            var endpoint = Endpoint.of(service.url(), List.of(host));
            var settings = new HttpSettings(
                    new Service(endpoint, Map.of("Authorization", "Bearer k")),
                    REQUEST,
                    Optional.empty(),
                    usual.file(),
                    usual.output(),
                    0,
                    usual.callLimit());
            finished(world.run(new HttpSkill(descriptor(), settings, world.around()), INPUT));
            assertThat(files.seen())
                    .singleElement()
                    .satisfies(seen -> assertThat(seen.headers()).doesNotContainKey("Authorization"));
        }
    }
}
