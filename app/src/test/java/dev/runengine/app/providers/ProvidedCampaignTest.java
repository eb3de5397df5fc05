package dev.runengine.app.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.app.settings.ServerSettings;
import dev.runengine.app.settings.Setting;
import dev.runengine.app.settings.Settings;
import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.json.JsonPointer;
import dev.runengine.core.json.JsonReader;
import dev.runengine.core.skill.Usage;
import dev.runengine.core.workflow.WorkflowRegistry;
import dev.runengine.core.workflow.WorkflowRegistry.Registration;
import dev.runengine.core.workflow.WorkflowSpec;
import dev.runengine.skills.catalog.SkillCatalog;
import dev.runengine.skills.catalog.SkillPack;
import dev.runengine.skills.run.Execution.Finished;
import dev.runengine.skills.run.ExecutionRequest;
import dev.runengine.skills.run.PublishedFile;
import dev.runengine.skills.run.SkillRunner;
import dev.runengine.skills.schema.JsonSchemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped example of bindings, over the real skills, against a service on this machine. */
class ProvidedCampaignTest {
    private static final Path EXAMPLE = Path.of("..", "examples", "providers.json");
    private static final Json BRIEF =
            Json.object("brief", Json.object("title", Json.of("Coffee week: spin and win"), "style", Json.of("cosy")));

    @TempDir
    private Path folder;

    private final JsonSchemas schemas = new JsonSchemas();
    private FakeOpenAi openAi;
    private SkillRunner runner;
    private SkillCatalog local;
    private List<SkillPack> packs;
    private SkillCatalog catalog;

    @BeforeEach
    void bindTheExample() throws IOException {
        openAi = new FakeOpenAi();
        runner = new SkillRunner(schemas, folder.resolve("work"), 1 << 26);
        var bindings = Files.readString(EXAMPLE).replace("https://api.openai.com/v1", openAi.url());
        var file = Files.writeString(folder.resolve("providers.json"), bindings);
        local = SkillCatalog.of(packs(Map.of()), schemas);
        packs = packs(Map.of(Setting.PROVIDERS, file.toString()));
        catalog = SkillCatalog.of(packs, schemas);
    }

    @AfterEach
    void stop() {
        openAi.close();
    }

    private List<SkillPack> packs(Map<Setting, String> flags) {
        var environment = Map.of("RUN_ENGINE_HOME", folder.toString(), "OPENAI_API_KEY", "sk-test");
        return ServerSettings.options(Settings.of(flags, environment)).packs();
    }

    private Finished run(SkillCatalog skills, String id, Json input) throws InterruptedException {
        var skill = skills.skill(id).orElseThrow();
        var deadline = Instant.now().plus(skill.descriptor().timeLimit());
        var request = new ExecutionRequest(skill, input, _ -> Optional.empty(), UUID.randomUUID(), deadline);
        try (var execution = runner.run(request)) {
            assertThat(execution.outcome()).isInstanceOf(Finished.class);
            return (Finished) execution.outcome();
        }
    }

    private static Json at(Json document, String pointer) {
        return JsonPointer.parse(pointer).find(document).orElseThrow();
    }

    @Test
    void aModelsPlanIsAcceptedByTheSkillsThatFollow() throws Exception {
        var good = ((JObject)
                        run(local, "campaign_plan_from_brief", BRIEF).result().data())
                .with("theme", Json.of("Thought up by a model"));
        var bad = good.with("audio_specs", ((JObject) at(good, "/audio_specs")).with("genre", Json.of("elevator")));
        openAi.says(bad);
        openAi.says(good);

        var planned = run(catalog, "campaign_plan_from_brief", BRIEF);
        assertThat(planned.result().data()).isEqualTo(good);
        assertThat(planned.result().usage()).isEqualTo(new Usage(2 * (400 + 800), 3_000));
        assertThat(planned.files()).extracting(PublishedFile::filename).containsExactly("campaign-plan.json");
        assertThat(openAi.authorizations()).containsExactly("Bearer sk-test", "Bearer sk-test");

        var config = Json.object(
                        "template_id", at(good, "/game_template/template_id"),
                        "theme", at(good, "/theme"),
                        "difficulty", at(good, "/difficulty"))
                .with("copy", at(good, "/copy"))
                .with("color_scheme", at(good, "/color_scheme"));
        run(catalog, "game_config_from_template", config);
        var picture = run(
                catalog,
                "generate_intro_image",
                Json.object("prompt", at(good, "/video_prompts/0/prompt"), "palette", at(good, "/color_scheme")));
        assertThat(at(picture.result().data(), "/width")).isEqualTo(Json.of(1024));
        assertThat(picture.files()).extracting(PublishedFile::filename).containsExactly("intro.png");
    }

    @Test
    void theWorkflowsAreThoseOfTheLocalSkills() {
        var workflows = packs.stream()
                .<WorkflowSpec>mapMulti((pack, out) -> pack.workflows().forEach(out))
                .toList();
        assertThat(WorkflowRegistry.empty().registerAll(workflows, catalog))
                .isInstanceOf(Registration.Registered.class);
        assertThat(catalog.aliases()).isEqualTo(local.aliases());
        assertThat(catalog.descriptors()).hasSameSizeAs(local.descriptors());
    }

    @Test
    void theExampleInTheDocumentationIsTheOneThatIsShipped() throws IOException {
        var text = Files.readString(Path.of("..", "docs", "providers.md"));
        int start = text.indexOf("```json\n") + "```json\n".length();
        assertThat(JsonReader.parse(text.substring(start, text.indexOf("```", start))))
                .isEqualTo(JsonReader.parse(Files.readString(EXAMPLE)));
    }
}
