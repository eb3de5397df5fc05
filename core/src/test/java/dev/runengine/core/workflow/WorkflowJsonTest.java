package dev.runengine.core.workflow;

import static dev.runengine.core.selector.Selectors.field;
import static dev.runengine.core.selector.Selectors.fromChange;
import static dev.runengine.core.selector.Selectors.fromStep;
import static dev.runengine.core.selector.Selectors.inputSelector;
import static dev.runengine.core.workflow.TestSkills.json;
import static dev.runengine.core.workflow.Workflows.change;
import static dev.runengine.core.workflow.Workflows.step;
import static dev.runengine.core.workflow.Workflows.workflow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runengine.core.json.JsonMismatchException;
import dev.runengine.core.json.JsonReader;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkflowJsonTest {
    private static final WorkflowSpec SPEC = workflow("campaign.build.v1", "1.2.0-beta.1")
            .description("A campaign from a brief")
            .triggerSchema(json("{\"type\":\"object\"}"))
            .cache(CachePolicy.GLOBAL.withTtl(Duration.ofHours(48)).verified())
            .retry(RetryPolicy.of(5, Duration.ofSeconds(3)))
            .step(step("plan").skill("campaign_plan_from_brief").description("Plans"))
            .step(step("bgm")
                    .after("plan")
                    .input(inputSelector(field("style", fromChange("audio.style")), field("plan", fromStep("plan"))))
                    .cache(CachePolicy.RUN_ONLY)
                    .retry(RetryPolicy.NONE))
            .change(change("audio.update")
                    .seeds("bgm")
                    .mergeAt("/changes/audio")
                    .payload(json("{\"type\":\"object\"}")))
            .change(change("full_rebuild").everyStep().force())
            .updates("campaign.build", "campaign.build.v1")
            .sameInBase("campaign_id", "plan", "data.campaign_id")
            .keepGoing()
            .timeLimit(Duration.ofHours(2))
            .build();

    @Test
    void aSpecificationReadsBackAsItself() {
        assertThat(WorkflowJson.read(JsonReader.parse(WorkflowJson.write(SPEC).toString())))
                .isEqualTo(SPEC);
    }

    @Test
    void equalSpecificationsHaveEqualDigestsAndOthersNot() {
        var readBack =
                WorkflowJson.read(JsonReader.parse(WorkflowJson.write(SPEC).toString()));
        assertThat(WorkflowJson.digest(readBack)).isEqualTo(WorkflowJson.digest(SPEC));
        var other =
                workflow("campaign.build.v1", "1.2.0-beta.1").step(step("plan")).build();
        assertThat(WorkflowJson.digest(other)).isNotEqualTo(WorkflowJson.digest(SPEC));
    }

    @Test
    void aStepsTimeLimitIsWrittenOnlyWhereThereIsOne() {
        var without = workflow("w", "1").step(step("mix")).build();
        var with = workflow("w", "1")
                .step(step("mix").timeLimit(Duration.ofSeconds(90)))
                .build();

        assertThat(WorkflowJson.write(without).toString()).doesNotContain("timeLimit");
        assertThat(WorkflowJson.write(with).toString()).contains("\"timeLimit\":\"PT1M30S\"");
        assertThat(WorkflowJson.read(WorkflowJson.write(with))).isEqualTo(with);
    }

    @Test
    void whatIsLeftOutHasItsDefault() {
        var read =
                WorkflowJson.read(JsonReader.parse("{\"name\":\"w\",\"version\":\"1\",\"steps\":[{\"id\":\"mix\"}]}"));
        assertThat(read).isEqualTo(workflow("w", "1").step(step("mix")).build());
        assertThat(read.failFast()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
                    []                                                                           | the document: expected an object
                    {"version":"1"}                                                              | the document: the member "name" is missing
                    {"name":"W","version":"1"}                                                   | the document: a workflow name is
                    {"name":"w","version":"one"}                                                 | the document: a version looks like
                    {"name":"w","version":1}                                                     | /version: expected a string, found number
                    {"name":"w","version":"1","setps":[]}                                        | /setps: no such member here; known are
                    {"name":"w","version":"1","failFast":"no"}                                   | /failFast: expected true or false
                    {"name":"w","version":"1","timeLimit":"2h"}                                  | /timeLimit: a duration looks like
                    {"name":"w","version":"1","timeLimit":"PT0S"}                                | the document: a workflow's time limit must be positive
                    {"name":"w","version":"1","steps":[{"id":"Mix-It"}]}                         | /steps/0: a step id is
                    {"name":"w","version":"1","steps":[{"id":"a","input":{"fromStep":1}}]}       | /steps/0/input/fromStep: expected a string
                    {"name":"w","version":"1","steps":[{"id":"a","cache":{"scope":"world"}}]}    | /steps/0/cache/scope: a cache scope is
                    {"name":"w","version":"1","steps":[{"id":"a","cache":{"ttl":"-PT1S"}}]}      | /steps/0/cache: a cache ttl must be positive
                    {"name":"w","version":"1","steps":[{"id":"a","retry":{"maxAttempts":0}}]}    | /steps/0/retry: maxAttempts is 1 to 100
                    {"name":"w","version":"1","steps":[{"id":"a","retry":{"backoff":"-PT1S"}}]}  | /steps/0/retry: a backoff is not negative
                    {"name":"w","version":"1","steps":[{"id":"a","dependsOn":["b",3]}]}          | /steps/0/dependsOn/1: expected a string
                    {"name":"w","version":"1","changeTypes":[{"name":"x","mergeAt":"changes"}]}  | /changeTypes/0: a JSON pointer is empty or starts with /
                    {"name":"w","version":"1","changeTypes":[{"name":"x","mergeAt":"/changes"}]} | /changeTypes/0: change type x needs either seed steps or everyStep
                    """)
    void whatIsNoSpecificationIsRefusedWithItsPlace(String json, String message) {
        assertThatThrownBy(() -> WorkflowJson.read(JsonReader.parse(json)))
                .isInstanceOf(JsonMismatchException.class)
                .hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1bgm", "Bgm", "bgm-track", "bgm track", "_x"})
    void aStepIdIsLowerCaseWithUnderscores(String id) {
        assertThatThrownBy(() -> workflow("w", "1").step(step(id))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aStepIdHasAtMostSixtyThreeCharacters() {
        workflow("w", "1").step(step("x".repeat(63)));
        assertThatThrownBy(() -> workflow("w", "1").step(step("x".repeat(64))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
