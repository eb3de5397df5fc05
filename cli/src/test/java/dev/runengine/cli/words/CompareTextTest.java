package dev.runengine.cli.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.client.wire.ComparisonView;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CompareTextTest {
    private static final String RUN = "01970000-0000-7000-8000-000000000001";

    @Test
    void whatDiffersIsToldStepByStepAndFileByFile() {
        var view = JsonMapper.builder().build().readValue("""
                {"base": {"runId": "%1$s", "workflowName": "w", "workflowVersion": "1.0.0", "status": "completed",
                          "costs": {"spent": {"steps": 2, "durationMs": 9000, "costMicros": 500000, "tokens": 0},
                                    "saved": {"steps": 0, "durationMs": 0, "costMicros": 0, "tokens": 0},
                                    "savedUnknown": 0}},
                 "head": {"runId": "%1$s", "workflowName": "w", "workflowVersion": "1.0.0", "status": "completed",
                          "costs": {"spent": {"steps": 1, "durationMs": 4000, "costMicros": 0, "tokens": 0},
                                    "saved": {"steps": 1, "durationMs": 5000, "costMicros": 500000, "tokens": 0},
                                    "savedUnknown": 0}},
                 "steps": [{"stepId": "plan", "change": "same", "moreInputChanges": false,
                            "base": {"status": "completed", "decision": {"verdict": "MISS", "reason": "FIRST_SEEN"}},
                            "head": {"status": "skipped", "decision": {"verdict": "BASE_RUN"}}},
                           {"stepId": "mix", "change": "changed", "moreInputChanges": false,
                            "inputChanges": [{"pointer": "/bpm", "before": 90, "after": 120}],
                            "base": {"status": "completed", "decision": {"verdict": "MISS", "reason": "FIRST_SEEN"}},
                            "head": {"status": "completed",
                                     "decision": {"verdict": "MISS", "reason": "INPUT_CHANGED"}}}],
                 "artifacts": [{"stepId": "mix", "filename": "mix.wav", "change": "changed"},
                               {"stepId": "plan", "filename": "plan.txt", "change": "same"}]}""".formatted(RUN), ComparisonView.class);

        assertThat(String.join("\n", CompareText.of(view))).isEqualTo("""
                STEP  RESULT   BASE            HEAD
                plan  same     completed MISS  skipped BASE_RUN
                mix   changed  completed MISS  completed MISS

                The input of mix:
                  /bpm  90 -> 120

                FILE              OF
                mix.wav  changed  mix
                1 of 2 files are the same

                Base: 2 executed, 9.0 s and 0.50; 0 reused, 0 ms saved
                Head: 1 executed, 4.0 s; 1 reused, 5.0 s and 0.50 saved""");
    }
}
