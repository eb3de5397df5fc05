package dev.runengine.skills.http;

import static dev.runengine.skills.testing.FakeService.answer;
import static dev.runengine.skills.testing.FakeService.bytes;
import static dev.runengine.skills.testing.FakeService.cutOff;
import static dev.runengine.skills.testing.FakeService.reset;
import static dev.runengine.skills.testing.FakeService.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.runengine.core.skill.SkillFailure;
import dev.runengine.core.skill.SkillFailure.Rejected;
import dev.runengine.core.skill.SkillFailure.Transient;
import dev.runengine.skills.testing.FakeService;
import dev.runengine.skills.testing.ManualTime;
import dev.runengine.skills.typed.SkillException;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class HttpCallsTest {
    private static final Duration LONG = Duration.ofSeconds(15);
    private static final Duration SHORT = Duration.ofMillis(80);
    private static final int MAX_BYTES = 1_000;

    private final FakeService service = new FakeService();
    private final Secrets secrets = new Secrets(Map.of("KEY", "sk-very-secret"));
    private final HttpCalls calls = new HttpCalls(secrets, new ManualTime());

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        service.close();
    }

    private Reply.Answer get(Duration limit) throws SkillException, InterruptedException {
        return calls.send(Call.get(URI.create(service.url() + "/x"), Map.of(), MAX_BYTES, limit), body());
    }

    private Path body() {
        return folder.resolve("body");
    }

    private SkillFailure failure(FakeService.Behaviour behaviour) {
        return failure(behaviour, LONG);
    }

    private SkillFailure failure(FakeService.Behaviour behaviour, Duration limit) {
        service.on("GET /x", behaviour);
        return catchThrowableOfType(SkillException.class, () -> get(limit)).failure();
    }

    @Test
    void aWholeAnswerIsInTheFile() throws Exception {
        service.on("GET /x", answer("{'a': 1}"));
        var answer = get(LONG);
        assertThat(answer.body()).hasContent("{\"a\": 1}");
        assertThat(answer.size()).isEqualTo(8);
    }

    @Test
    void aServiceThatNeverAnswersIsGivenUpAtTheLimit() {
        var never = new CountDownLatch(1);
        assertThat(failure((_, _) -> never.await(), SHORT))
                .isInstanceOfSatisfying(
                        Transient.class, f -> assertThat(f.message()).contains("no complete answer within 80 ms"));
    }

    @Test
    void aBodyThatStopsComingIsGivenUpAtTheLimit() {
        var never = new CountDownLatch(1);
        assertThat(failure(
                        (_, out) -> {
                            out.write("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nbegun".getBytes("ISO-8859-1"));
                            out.flush();
                            never.await();
                        },
                        SHORT))
                .isInstanceOf(Transient.class);
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "0, 0", "86400, 900"})
    void retryAfterInSecondsIsPassedOnWithinBounds(String header, long seconds) {
        assertThat(failure(status(429, "application/json", "{}", "Retry-After: " + header)))
                .isInstanceOfSatisfying(
                        Transient.class, f -> assertThat(f.retryAfter()).contains(Duration.ofSeconds(seconds)));
    }

    @ParameterizedTest
    @CsvSource({"'Thu, 01 Jan 2026 00:00:42 GMT', 42", "'Wed, 31 Dec 2025 23:00:00 GMT', 0"})
    void retryAfterAsADateIsCountedFromNow(String header, long seconds) {
        assertThat(failure(status(503, "text/plain", "", "Retry-After: " + header)))
                .isInstanceOfSatisfying(
                        Transient.class, f -> assertThat(f.retryAfter()).contains(Duration.ofSeconds(seconds)));
    }

    @Test
    void aRetryAfterThatSaysNothingIsNone() {
        assertThat(failure(status(503, "text/plain", "", "Retry-After: soon")))
                .isInstanceOfSatisfying(
                        Transient.class, f -> assertThat(f.retryAfter()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429, 500, 502, 503, 504, 529})
    void whatCanPassIsTransient(int status) {
        assertThat(failure(status(status, "text/html", "<html>oops</html>"))).isInstanceOf(Transient.class);
    }

    @ParameterizedTest
    @CsvSource({
        "400, answered 400 (no such size)",
        "401, check the secret",
        "402, needs credit",
        "403, check the secret",
        "404, 'check baseUrl, the path and the model'",
        "422, answered 422",
        "501, cannot do this"
    })
    void whatSomebodyHasToChangeIsRejectedAndSaysWhat(int status, String text) {
        assertThat(failure(status(status, "application/json", "{\"error\": {\"message\": \"no such size\"}}")))
                .isInstanceOfSatisfying(
                        Rejected.class, f -> assertThat(f.message()).contains(text));
    }

    @Test
    void aLimitThatNoWaitingCuresIsNotTransient() {
        var spent = "{\"error\": {\"code\": \"insufficient_quota\", \"message\": \"You exceeded your quota\"}}";
        assertThat(failure(status(429, "application/json", spent)))
                .isInstanceOfSatisfying(
                        Rejected.class, f -> assertThat(f.message()).contains("You exceeded your quota", "credit"));
    }

    @Test
    void aKeyThatTheServiceRepeatsIsNotRepeated() {
        assertThat(secrets.find("KEY")).contains("sk-very-secret");
        assertThat(failure(status(401, "application/json", "{\"message\": \"bad key sk-very-secret\\nsent\"}"))
                        .message())
                .contains("bad key *** sent")
                .doesNotContain("sk-very-secret");
    }

    @Test
    void aRedirectIsNotFollowed() throws Exception {
        try (var elsewhere = new FakeService()) {
            elsewhere.on("GET /x", answer("{}"));
            assertThat(failure(status(302, "text/plain", "", "Location: " + elsewhere.url() + "/x")))
                    .isInstanceOfSatisfying(
                            Rejected.class, f -> assertThat(f.message()).contains("redirects are not followed"));
            assertThat(elsewhere.seen()).isEmpty();
        }
    }

    @Test
    void aBodyThatIsCutOffIsNoAnswer() {
        assertThat(failure(cutOff("application/json", new byte[20], 100))).isInstanceOf(Transient.class);
    }

    @Test
    void aConnectionThatIsResetIsTransient() {
        assertThat(failure(reset())).isInstanceOf(Transient.class);
    }

    @Test
    void aServiceThatIsNotThereIsTransientAndSaysWhatToCheck() throws IOException {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        var call = Call.get(URI.create("http://127.0.0.1:" + port + "/x?signature=abc"), Map.of(), MAX_BYTES, LONG);
        assertThatThrownBy(() -> calls.send(call, body()))
                .isInstanceOfSatisfying(
                        SkillException.class, e -> assertThat(e.failure()).isInstanceOf(Transient.class))
                .hasMessageContaining("check baseUrl")
                .message()
                .doesNotContain("signature");
    }

    @Test
    void aBodyThatSaysItIsTooLargeIsNotFetched() {
        assertThat(failure(bytes(200, "image/png", new byte[MAX_BYTES + 1])))
                .isInstanceOfSatisfying(
                        Rejected.class, f -> assertThat(f.message()).contains("larger than the 1000 bytes"));
    }

    @Test
    void aBodyWithoutEndIsReadToTheLimitOnly() throws IOException {
        assertThat(failure((_, out) -> {
                    out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes("ISO-8859-1"));
                    while (true) {
                        out.write(new byte[700]);
                    }
                }))
                .isInstanceOf(Rejected.class);
        assertThat(Files.size(body())).isLessThanOrEqualTo(MAX_BYTES);
    }

    @Test
    void aLongExplanationOfAFailureIsShortened() {
        assertThat(failure(status(400, "application/json", "{\"error\": \"" + "x".repeat(5_000) + "\"}"))
                        .message())
                .hasSizeLessThan(600);
    }

    @Test
    void aThreadThatIsToldToStopStopsWaiting() throws Exception {
        var asked = new CountDownLatch(1);
        var never = new CountDownLatch(1);
        service.on("GET /x", (_, _) -> {
            asked.countDown();
            never.await();
        });
        var stopped = new CountDownLatch(1);
        var thread = Thread.ofVirtual().start(() -> {
            try {
                get(LONG);
            } catch (InterruptedException e) {
                stopped.countDown();
            } catch (SkillException e) {
                throw new AssertionError(e);
            }
        });
        asked.await();
        thread.interrupt();
        stopped.await();
    }

    @Test
    void secretsComeFromTheEnvironmentOrFromAFile() throws IOException {
        var file = Files.writeString(folder.resolve("token"), "from a file\n");
        var both = new Secrets(Map.of("A", "from the environment", "B_FILE", file.toString(), "EMPTY", " "));
        assertThat(both.find("A")).contains("from the environment");
        assertThat(both.find("B")).contains("from a file");
        assertThat(both.find("EMPTY")).isEqualTo(Optional.empty());
        assertThat(both.redact("it was from a file, from the environment")).isEqualTo("it was ***, ***");
    }
}
