package dev.runengine.skills.http;

import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JString;
import dev.runengine.core.json.JsonPointer;
import dev.runengine.core.json.JsonRead.Parsed;
import dev.runengine.core.json.JsonRead.Refused;
import dev.runengine.core.json.JsonReader;
import dev.runengine.core.skill.SkillFailure;
import dev.runengine.core.skill.SkillFailure.Broken;
import dev.runengine.core.skill.SkillFailure.Rejected;
import dev.runengine.core.skill.SkillFailure.Transient;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a status other than 2xx means for a step: whether asking again can help, and what a person can do.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-15">RFC 9110, section 15</a>
 */
final class Refusals {
    /** Where services put a sentence for people. */
    private static final List<JsonPointer> EXPLANATIONS = Stream.of("/error/message", "/error", "/message", "/detail")
            .map(JsonPointer::parse)
            .toList();

    /** A limit that does not pass by waiting is told with the status of one that does. */
    private static final JsonPointer ERROR_CODE = JsonPointer.parse("/error/code");

    private static final Json NO_CREDIT = Json.of("insufficient_quota");

    private final Secrets secrets;
    private final InstantSource clock;

    Refusals(Secrets secrets, InstantSource clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    SkillFailure failure(String place, HttpResponse<?> response, Path body) {
        int status = response.statusCode();
        var said = json(body);
        var what = place + " answered " + status + explanation(said);
        boolean outOfCredit = status == 402
                || said.flatMap(ERROR_CODE::find).filter(NO_CREDIT::equals).isPresent();
        if (outOfCredit) {
            return new Rejected(what + "; the account with the provider needs credit");
        }
        return switch (status) {
            case 401, 403 -> new Rejected(what + "; check the secret in the provider's headers and what it may do");
            case 404, 405, 410 -> new Rejected(what + "; check baseUrl, the path and the model in the binding");
            case 408, 425, 429 -> new Transient(what, retryAfter(response));
            case 501, 505 -> new Rejected(what + "; the provider cannot do this, check the binding");
            default -> ofClass(status / 100, what, response);
        };
    }

    private SkillFailure ofClass(int hundreds, String what, HttpResponse<?> response) {
        return switch (hundreds) {
            case 5 -> new Transient(what, retryAfter(response));
            case 4 -> new Rejected(what);
            case 3 -> new Rejected(what + "; redirects are not followed, write the final address into the binding");
            default -> new Broken(what);
        };
    }

    private Optional<Duration> retryAfter(HttpResponse<?> response) {
        return response.headers().firstValue("Retry-After").flatMap(text -> RetryAfter.parse(text, clock.instant()));
    }

    private static Optional<Json> json(Path body) {
        try {
            return switch (JsonReader.read(Files.readAllBytes(body))) {
                case Parsed(Json value) -> Optional.of(value);
                case Refused _ -> Optional.empty();
            };
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private String explanation(Optional<Json> said) {
        return said.flatMap(json -> EXPLANATIONS.stream()
                        .flatMap(place -> place.find(json).stream())
                        .filter(JString.class::isInstance)
                        .map(text -> ((JString) text).value())
                        .findFirst())
                .map(text -> " (" + secrets.quote(text) + ")")
                .orElse("");
    }
}
