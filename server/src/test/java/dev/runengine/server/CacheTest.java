package dev.runengine.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the API tells of the cache. */
class CacheTest {
    private final Browser api = DevServer.api();

    @Test
    void aResultIsListedAndItsReuseCounted() {
        api.runWhen(api.trigger("greeting", "cached once"), "completed");
        api.runWhen(api.trigger("greeting", "cached once"), "completed");

        var entries = api.get("cache/entries?workflowName=greeting&stepId=shout&limit=200");
        assertThat(entries.at("/entries/0/stepId")).isEqualTo("shout");
        assertThat(entries.at("/entries/0/files")).isEqualTo("1");
        assertThat(entries.at("/entries/0/hits")).matches("[0-9]+");
        assertThat(entries.text()).doesNotContain("CACHED ONCE");
        var stats = api.get("cache/stats");
        assertThat(Integer.parseInt(stats.at("/hits"))).isPositive();
        assertThat(Double.parseDouble(stats.at("/hitRate"))).isBetween(0.0, 1.0);
        assertThat(api.get("cache/stats?since=2999-01-01T00:00:00Z").at("/hits"))
                .isEqualTo("0");
    }

    @Test
    void aResultIsInvalidatedAfterALookAtWhatThatMeans() {
        api.runWhen(api.trigger("greeting", "soon invalid"), "completed");
        var hash = api.get("cache/entries?stepId=shout&limit=1").at("/entries/0/inputHash");

        var dry = api.delete("cache/entries?inputHash=" + hash + "&dryRun=true");
        assertThat(dry.at("/entries")).isEqualTo("1");
        assertThat(dry.at("/dryRun")).isEqualTo("true");
        assertThat(api.delete("cache/entries?inputHash=" + hash).at("/entries")).isEqualTo("1");
        assertThat(api.delete("cache/entries?inputHash=" + hash).at("/entries")).isEqualTo("0");
        var again = api.runWhen(api.trigger("greeting", "soon invalid"), "completed");
        assertThat(api.get("runs/" + again.at("/id") + "/steps/shout").text()).contains("INVALIDATED");
    }

    @Test
    void whatToInvalidateHasToBeSaid() {
        api.delete("cache/entries").isProblem(400, "REQUEST_INVALID");
        api.delete("cache/entries?inputHash=XYZ").isProblem(400, "REQUEST_INVALID");
        api.delete("cache/entries?workflow=greeting").isProblem(400, "REQUEST_INVALID");
    }

    @Test
    void aListGoesOnWhereItsCursorPoints() {
        api.runWhen(api.trigger("greeting", "page one"), "completed");

        var first = api.get("cache/entries?limit=1");
        var second = api.get("cache/entries?limit=1&cursor=" + first.at("/nextCursor"));
        assertThat(second.at("/entries/0/key")).isNotEqualTo(first.at("/entries/0/key"));
        assertThat(api.get("cache/entries?cursor=nonsense").status()).isEqualTo(400);
        assertThat(api.get("cache/entries?workflow=greeting").status()).isEqualTo(400);
    }
}
