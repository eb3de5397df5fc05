package dev.runengine.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RequestTest {
    private static final UUID RUN = UUID.fromString("01970000-0000-7000-8000-000000000001");

    private final FakeServer server;
    private final Terminal terminal = new Terminal();

    @TempDir
    private Path folder;

    RequestTest() throws IOException {
        server = new FakeServer();
    }

    @BeforeEach
    void acceptEverything() {
        server.on("POST /runs", 202, WireText.accepted(RUN, "Run queued for execution"))
                .on("POST /runs/" + RUN + "/update", 202, WireText.accepted(RUN, "Update run queued"))
                .on("GET /runs/" + RUN, 200, WireText.run(RUN, "completed", 13, 0))
                .on("GET /runs/" + RUN + "/steps", 200, WireText.steps(RUN, 0));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aBareBriefIsWrappedWithAnIdFromItsFile() throws IOException {
        var file = Files.writeString(folder.resolve("Summer Sale 2.json"), "{\"title\": \"Summer\"}");
        terminal.runsAt(server, "build", file.toString());
        assertThat(sent().path("triggerPayload"))
                .isEqualTo(json("{\"campaignId\": \"summer-sale-2\", \"brief\": {\"title\": \"Summer\"}}"));
        assertThat(sent().path("workflowName").stringValue()).isEqualTo("campaign.build.v1");
        assertThat(sent().has("cache")).isFalse();
    }

    @Test
    void aWholePayloadIsSentAsItIs() {
        var payload = "{\"campaignId\": \"c\", \"brief\": {\"title\": \"t\"}, \"constraints\": {\"region\": \"DE\"}}";
        terminal.typing(payload).runsAt(server, "build", "-", "--workflow", "campaign.build", "--no-cache");
        assertThat(sent().path("triggerPayload")).isEqualTo(json(payload));
        assertThat(sent().path("workflowName").stringValue()).isEqualTo("campaign.build");
        assertThat(sent().path("cache")).isEqualTo(json("{\"read\": false}"));
    }

    @Test
    void anyWorkflowIsTriggeredWithAPayloadFromTheCommandLine() {
        terminal.runsAt(
                server,
                "trigger",
                "campaign.update_audio",
                "-i",
                "base_run_id=" + RUN,
                "-i",
                "audio_overrides.bpm=90",
                "-i",
                "audio_overrides.genre=epic");
        assertThat(sent().path("workflowName").stringValue()).isEqualTo("campaign.update_audio");
        assertThat(sent().path("triggerPayload"))
                .isEqualTo(json(
                        "{\"base_run_id\": \"" + RUN + "\", \"audio_overrides\": {\"bpm\": 90, \"genre\": \"epic\"}}"));
    }

    @Test
    void whatIsSetOnTheCommandLineReplacesWhatTheFileSays() {
        terminal.typing("{\"a\": {\"b\": 1, \"c\": 2}, \"d\": 3}")
                .runsAt(server, "trigger", "w", "-", "-i", "a.b=x", "-i", "d.e=[1]");
        assertThat(sent().path("triggerPayload"))
                .isEqualTo(json("{\"a\": {\"b\": \"x\", \"c\": 2}, \"d\": {\"e\": [1]}}"));
    }

    @Test
    void aChangeIsTheSameBareOrWrapped() {
        var change = "{\"type\": \"audio.update\", \"payload\": {\"bpm\": 90}}";
        terminal.typing(change).runsAt(server, "update", RUN.toString(), "-");
        terminal.typing("{\"changeRequest\": " + change + "}").runsAt(server, "update", RUN.toString(), "-");
        assertThat(server.bodies())
                .hasSize(2)
                .allSatisfy(body -> assertThat(json(body).path("changeRequest")).isEqualTo(json(change)));
    }

    @Test
    void aMisspeltMemberOfAChangeIsNotSent() {
        var code = terminal.typing("{\"type\": \"audio.update\", \"payloda\": {}}")
                .runsAt(server, "update", RUN.toString(), "-");
        assertThat(code).isEqualTo(2);
        assertThat(terminal.err()).contains("payloda");
        assertThat(server.bodies()).isEmpty();
    }

    @Test
    void aHeldStepIsSettledByNamingItsJobOrSayingThatThereIsNone() {
        server.on("POST /runs/" + RUN + "/steps/a/settle", 200, WireText.run(RUN, "running", 0, 0));
        terminal.runsAt(server, "settle", RUN.toString(), "a", "--job", "j 1");
        assertThat(sent()).isEqualTo(json("{\"jobId\": \"j 1\"}"));
        terminal.runsAt(server, "settle", RUN.toString(), "a", "--never-submitted");
        assertThat(sent()).isEqualTo(json("{\"neverSubmitted\": true}"));
    }

    @Test
    void whoSettlesAStepSaysOneOfTheTwo() {
        assertThat(terminal.runsAt(server, "settle", RUN.toString(), "a")).isEqualTo(2);
        assertThat(terminal.runsAt(server, "settle", RUN.toString(), "a", "--job", "j1", "--never-submitted"))
                .isEqualTo(2);
        assertThat(server.bodies()).isEmpty();
    }

    private JsonNode sent() {
        return json(server.bodies().getLast());
    }

    private static JsonNode json(String text) {
        return JsonMapper.builder().build().readTree(text);
    }
}
