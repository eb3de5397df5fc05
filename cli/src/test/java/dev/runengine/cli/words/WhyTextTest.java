package dev.runengine.cli.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.client.wire.StepDetailView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** What a person reads about a decision, made of what the server says. */
class WhyTextTest {
    private static final String RUN = "01970000-0000-7000-8000-000000000001";
    private static final String BASE = "01970000-0000-7000-8000-000000000002";

    @Test
    void aChangedInputIsToldByPlaceAndFollowedToWhereItBegan() {
        assertThat(text("completed", """
                {"verdict": "MISS", "reason": "INPUT_CHANGED", "comparedWith": "%s", "message": "its input has changed",
                 "inputChanges": [{"pointer": "/bgm", "before": "calm.wav", "after": "epic.wav"},
                                  {"pointer": "/gain_db", "after": 1.5}],
                 "moreInputChanges": false,
                 "causes": [{"kind": "TRIGGER_CHANGED", "path": ["music", "mix"],
                             "differences": [{"pointer": "/changes/audio/style", "after": "epic"}]}],
                 "madeBy": {"runId": "%s", "durationMs": 4200, "costMicros": 400000, "tokens": 0}}""".formatted(BASE, RUN))).isEqualTo("""
                mix was executed: its input has changed

                Compared with run %s:
                  /bgm      "calm.wav" -> "epic.wav"
                  /gain_db  (nothing) -> 1.5

                It began with what was asked for:
                  /changes/audio/style  (nothing) -> "epic"
                  and came here by music -> mix

                It took 4.2 s and 0.40.""".formatted(BASE));
    }

    @Test
    void aNewSkillVersionIsToldWithBothVersions() {
        assertThat(text("completed", """
                {"verdict": "MISS", "reason": "SKILL_VERSION_CHANGED", "comparedWith": "%s",
                 "message": "its skill has another version", "skillBefore": "1+local@1", "skillAfter": "1+local@2",
                 "causes": [{"kind": "SKILL_VERSION_CHANGED", "path": ["mix"], "before": "1+local@1", "after": "1+local@2"}],
                 "madeBy": {"runId": "%s", "durationMs": 85, "costMicros": 0, "tokens": 0}}""".formatted(BASE, RUN))).isEqualTo("""
                mix was executed: its skill has another version

                Compared with run %s:
                  skill version  1+local@1 -> 1+local@2

                It began with another version of the skill of mix: 1+local@1 -> 1+local@2

                It took 85 ms.""".formatted(BASE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            MISS         | FIRST_SEEN   | There was nothing to compare with.
            MISS         | EXPIRED      | Clean-up deleted it as retention.json says: too old, not used for long, or no room for it.
            MISS         | INVALIDATED  | Somebody removed it from the cache.
            MISS         | BLOB_MISSING | The cache names it, but the store of files has lost it, or holds something else.
            BYPASSED     |              | The request said so, with --force or --no-cache.
            DISABLED     |              | The workflow has caching turned off for this step.
            LOOKUP_ERROR |              | The step was executed rather than kept waiting. The server's log says more.
            """)
    void everyOtherReasonToExecuteIsExplained(String verdict, String reason, String advice) {
        var why = reason == null ? "" : "\"reason\": \"" + reason + "\", ";
        assertThat(text("completed", """
                {"verdict": "%s", %s"message": "so it was",
                 "madeBy": {"runId": "%s", "durationMs": 85, "costMicros": 0, "tokens": 0}}""".formatted(verdict, why, RUN)))
                .isEqualTo("mix was executed: so it was\n" + advice + "\n\nIt took 85 ms.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            HIT_HOT       | Nothing was executed.
            HIT_COLD      | Nothing was executed.
            HIT_IN_FLIGHT | It waited for that and shares the result.
            BASE_RUN      | Nothing that it depends on has changed since.
            """)
    void aReusedResultTellsWhatItSavedAndWhoMadeIt(String verdict, String advice) {
        assertThat(text("skipped", """
                {"verdict": "%s", "comparedWith": "%s", "message": "so it was",
                 "madeBy": {"runId": "%s", "durationMs": 65000, "costMicros": 1234, "tokens": 0}}""".formatted(verdict, BASE, BASE)))
                .isEqualTo("mix was reused: so it was\n" + advice + "\n\nSaved 1:05 min and 0.0012.\n"
                        + "The result was made by run " + BASE + ".");
    }

    @Test
    void ofAResultWhoseCostIsNotKnownTheSavingIsNotMadeUp() {
        assertThat(text("skipped", "{\"verdict\": \"HIT_COLD\", \"message\": \"so it was\"}"))
                .endsWith("What that saved is not known: nobody recorded what the result had cost.");
    }

    @Test
    void anotherResultOfTheSameInputUpstreamIsNamed() {
        assertThat(text("completed", """
                {"verdict": "MISS", "reason": "INPUT_CHANGED", "message": "its input has changed",
                 "causes": [{"kind": "OTHER_RESULT", "path": ["music", "mix"], "verdict": "BYPASSED"}]}""")).contains("""
                        It began with music, which has another result of the same input: it was to be executed again
                          and came here by music -> mix""");
    }

    @Test
    void ofAStepThatWaitsNothingIsDecidedYet() {
        var view = JsonMapper.builder().build().readValue(detail("pending", ""), StepDetailView.class);
        assertThat(WhyText.of(view).getFirst()).startsWith("mix is pending; whether it runs");
    }

    private static String text(String status, String decision) {
        var json = detail(status, ", \"decision\": " + decision);
        return String.join("\n", WhyText.of(JsonMapper.builder().build().readValue(json, StepDetailView.class)));
    }

    private static String detail(String status, String more) {
        return """
                {"runId": "%s", "failures": 0, "lost": 0,
                 "step": {"id": "%s", "stepId": "mix", "skillId": "mix", "status": "%s", "attempt": 1, "cacheHit": false}
                 %s}""".formatted(RUN, RUN, status, more);
    }
}
