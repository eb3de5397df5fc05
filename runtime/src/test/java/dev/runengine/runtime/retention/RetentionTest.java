package dev.runengine.runtime.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runengine.core.json.JsonMismatchException;
import dev.runengine.core.json.JsonReader;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetentionTest {
    @Test
    void theFirstRuleThatNamesATenantCountsElseTheFirstForAll() {
        var retention = read("""
                {"retention": [
                  {"runs": "P90D", "results": {"made": "P30D", "unused": "PT12H", "bytes": 5000000000}},
                  {"tenants": ["acme"], "runs": "P365D"},
                  {"tenants": ["acme", "other"], "results": {"bytes": 0}}
                ]}""");

        assertThat(retention.of("acme").runs()).contains(Duration.ofDays(365));
        assertThat(retention.of("acme").resultBytes()).isEmpty();
        assertThat(retention.of("other").resultBytes()).hasValue(0);
        var usual = retention.of("anybody");
        assertThat(usual.runs()).contains(Duration.ofDays(90));
        assertThat(usual.resultsMade()).contains(Duration.ofDays(30));
        assertThat(usual.resultsUnused()).contains(Duration.ofHours(12));
        assertThat(usual.resultBytes()).hasValue(5_000_000_000L);
    }

    @Test
    void whomNoRuleCountsKeepsAll() {
        var rule = read("{\"retention\": [{\"tenants\": [\"acme\"], \"runs\": \"P1D\"}]}")
                .of("other");

        assertThat(rule.runs()).isEmpty();
        assertThat(rule.resultsMade()).isEmpty();
        assertThat(rule.resultsUnused()).isEmpty();
        assertThat(rule.resultBytes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{'keep': []}                                     | /keep",
                "{'retention': [{}]}                              | /retention/0",
                "{'retention': [{'results': {}}]}                 | /retention/0",
                "{'retention': [{'runs': '90 days'}]}             | /retention/0/runs",
                "{'retention': [{'runs': 'P0D'}]}                 | /retention/0/runs",
                "{'retention': [{'runs': 90}]}                    | /retention/0/runs",
                "{'retention': [{'results': {'age': 'P1D'}}]}     | /retention/0/results/age",
                "{'retention': [{'results': {'bytes': -1}}]}      | /retention/0/results/bytes",
                "{'retention': [{'results': {'bytes': 1.5}}]}     | /retention/0/results/bytes"
            })
    void whatCannotBeUnderstoodIsRefusedWithItsPlace(String json, String place) {
        assertThatThrownBy(() -> read(json.replace('\'', '"')))
                .isInstanceOf(JsonMismatchException.class)
                .hasMessageContaining(place);
    }

    private static Retention read(String json) {
        return Retention.read(JsonReader.parse(json));
    }
}
