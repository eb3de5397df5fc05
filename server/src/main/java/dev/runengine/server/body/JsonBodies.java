package dev.runengine.server.body;

import dev.runengine.core.error.ErrorCode;
import dev.runengine.core.json.Json;
import dev.runengine.core.json.JsonLimits;
import dev.runengine.core.json.JsonRead;
import dev.runengine.core.json.JsonReader;
import dev.runengine.server.problem.ApiProblem;
import dev.runengine.server.problem.PlaceCode;
import dev.runengine.server.settings.ServerOptions;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Reads the body of a request as strict JSON of a bounded size. */
@Component
public final class JsonBodies {
    private final JsonLimits limits;

    JsonBodies(ServerOptions options) {
        this.limits = new JsonLimits(JsonLimits.DEFAULT.maxDepth(), options.maxBodyBytes());
    }

    /**
     * @param reader takes the fields it knows; what it does not ask for is refused
     * @throws ApiProblem naming all that is wrong
     */
    public <T> T read(HttpServletRequest request, Function<Fields, T> reader) throws IOException {
        return Fields.read(json(bytes(request)), reader);
    }

    private byte[] bytes(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > limits.maxLength()) {
            throw tooLarge();
        }
        // One more than allowed: a chunked body does not tell its length.
        var bytes = request.getInputStream().readNBytes(limits.maxLength() + 1);
        if (bytes.length > limits.maxLength()) {
            throw tooLarge();
        }
        return bytes;
    }

    private Json json(byte[] bytes) {
        return switch (JsonReader.read(bytes, limits)) {
            case JsonRead.Parsed(var value) -> value;
            case JsonRead.Refused refused ->
                throw ApiProblem.invalid(
                        "the body cannot be read as JSON: " + refused.message(),
                        List.of(ApiProblem.place(refused.pointer(), PlaceCode.MALFORMED, refused.detail())),
                        Map.of(
                                "line", Integer.toString(refused.line()),
                                "column", Integer.toString(refused.column())));
        };
    }

    private ApiProblem tooLarge() {
        return ApiProblem.of(
                ErrorCode.PAYLOAD_TOO_LARGE,
                "the body has more than " + limits.maxLength() + " bytes; send large content as an artifact");
    }
}
