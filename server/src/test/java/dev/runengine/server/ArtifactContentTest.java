package dev.runengine.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArtifactContentTest {
    private static final String TEXT = "0123456789";

    private final Browser api = DevServer.api();
    private final Answer artifact = artifact();
    private final String uri = artifact.at("/artifacts/0/uri");
    private final String tag = "\"" + artifact.at("/artifacts/0/contentHash") + "\"";

    private Answer artifact() {
        var runId = api.trigger("greeting", TEXT);
        api.runWhen(runId, "completed");
        return api.get("runs/" + runId + "/artifacts?stepId=shout");
    }

    @Test
    void anArtifactSaysWhatItIs() {
        var id = artifact.at("/artifacts/0/id");
        assertThat(uri).isEqualTo("/api/v1/artifacts/" + id + "/content");
        var alone = api.get("artifacts/" + id);
        assertThat(alone.at("/type")).isEqualTo("text/plain");
        assertThat(alone.at("/filename")).isEqualTo("sh\u00f6ut.txt");
        assertThat(alone.json().at("/sizeBytes").asInt()).isEqualTo(10);
    }

    @Test
    void theBytesComeWithTypeTagAndName() {
        var whole = api.get(uri);
        assertThat(whole.status()).isEqualTo(200);
        assertThat(whole.text()).isEqualTo(TEXT);
        assertThat(whole.header("Content-Type")).startsWith("text/plain");
        assertThat(whole.header("ETag")).isEqualTo(tag);
        assertThat(whole.header("Content-Length")).isEqualTo("10");
        assertThat(whole.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(whole.header("Content-Security-Policy")).startsWith("sandbox");
        assertThat(whole.header("Cache-Control")).contains("private").contains("immutable");
        assertThat(whole.header("Content-Disposition"))
                .startsWith("inline")
                .contains("filename*=UTF-8''sh%C3%B6ut.txt");
        assertThat(api.send("HEAD", uri, "").header("Content-Length")).isEqualTo("10");
    }

    @Test
    void partsAreSentWhenAskedFor() {
        var part = api.get(uri, "Range", "bytes=2-4");
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.text()).isEqualTo("234");
        assertThat(part.header("Content-Range")).isEqualTo("bytes 2-4/10");
        assertThat(api.get(uri, "Range", "bytes=-3").text()).isEqualTo("789");
        assertThat(api.get(uri, "Range", "bytes=7-").text()).isEqualTo("789");
        assertThat(api.get(uri, "Range", "bytes=7-", "If-Range", tag).status()).isEqualTo(206);
        assertThat(api.get(uri, "Range", "bytes=7-", "If-Range", "\"other\"").text())
                .as("of other content the client gets the whole")
                .isEqualTo(TEXT);
    }

    @Test
    void aPartBeyondTheEndIsRefusedWithTheSize() {
        var beyond = api.get(uri, "Range", "bytes=10-").isProblem(416, "REQUEST_INVALID");
        assertThat(beyond.header("Content-Range")).isEqualTo("bytes */10");
    }

    @Test
    void whoHasTheBytesIsToldSo() {
        assertThat(api.get(uri, "If-None-Match", tag).status()).isEqualTo(304);
        assertThat(api.get(uri, "If-None-Match", "\"a\", W/" + tag).status()).isEqualTo(304);
        assertThat(api.get(uri, "If-None-Match", "\"a\"").status()).isEqualTo(200);
    }
}
