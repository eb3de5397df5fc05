package dev.runengine.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back. */
record Answer(int status, HttpHeaders headers, byte[] body) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    JsonNode json() {
        return JSON.readTree(body);
    }

    /** The text at an RFC 6901 pointer, empty when there is none. */
    String at(String pointer) {
        return json().at(pointer).asString("");
    }

    /** A problem document of that status and code, whole. */
    Answer isProblem(int expected, String code) {
        assertThat(status).as(text()).isEqualTo(expected);
        assertThat(header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(at("/error")).isEqualTo(code);
        assertThat(json().at("/status").asInt()).isEqualTo(expected);
        assertThat(at("/type")).startsWith("urn:run-engine:problem:");
        assertThat(at("/title")).isNotBlank();
        assertThat(at("/detail")).isNotBlank();
        return this;
    }

    /** Names that place of the request. */
    Answer pointingAt(String pointer, String code) {
        assertThat(json().get("errors")).as(text()).anySatisfy(place -> {
            assertThat(place.get("pointer").asString()).isEqualTo(pointer);
            assertThat(place.get("code").asString()).isEqualTo(code);
            assertThat(place.get("detail").asString()).isNotBlank();
        });
        return this;
    }
}
