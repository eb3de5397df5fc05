package dev.runengine.core.why;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.json.JsonDiff;
import dev.runengine.core.json.JsonReader;
import org.junit.jupiter.api.Test;

/** What nobody is shown of an input. */
class SecretsTest {
    @Test
    void whatTheSchemaSaysIsWriteOnlyIsHidden() {
        var secrets = Secrets.of(object("""
                {"properties": {
                    "pin": {"type": "string", "writeOnly": true},
                    "doors": {"items": {"properties": {"code": {"format": "password"}}}},
                    "safe": {"$ref": "#/$defs/safe"}},
                 "$defs": {"safe": {"properties": {"combination": {"writeOnly": true},
                                                   "inner": {"$ref": "#/$defs/safe"}}}}}"""));

        assertThat(secrets.redacted(json("""
                {"pin": "1234", "doors": [{"code": "a", "name": "front"}], "safe": {"combination": {"left": 1}}}"""))).isEqualTo(json("""
                {"pin": "***", "doors": [{"code": "***", "name": "front"}], "safe": {"combination": "***"}}"""));
    }

    @Test
    void whatIsNamedLikeASecretIsHiddenWhateverTheSchemaForgot() {
        assertThat(Secrets.byName().redacted(json("""
                {"apiKey": "k", "db": {"PASSWORD": "p", "access_token": "t"}, "client-secret": "s", "max_tokens": 5,
                 "title": "The secret garden"}"""))).isEqualTo(json("""
                {"apiKey": "***", "db": {"PASSWORD": "***", "access_token": "***"}, "client-secret": "***",
                 "max_tokens": 5, "title": "The secret garden"}"""));
    }

    @Test
    void thatASecretChangedIsToldButNotHow() {
        var change = JsonDiff.between(json("""
                {"login": {"password": "old"}}"""), json("""
                {"login": {"password": "new"}}"""), 9);

        var shown = Secrets.byName().redacted(change.differences().getFirst());
        assertThat(shown.at()).hasToString("/login/password");
        assertThat(shown.before()).contains(Secrets.HIDDEN);
        assertThat(shown.after()).contains(Secrets.HIDDEN);
    }

    @Test
    void aSecretIsHiddenInsideADifferenceThatHoldsIt() {
        var change = JsonDiff.between(json("{}"), json("""
                {"login": {"user": "u", "password": "new"}}"""), 9);

        assertThat(Secrets.byName().redacted(change.differences().getFirst()).after())
                .contains(json("""
                {"user": "u", "password": "***"}"""));
    }

    private static Json json(String text) {
        return JsonReader.parse(text);
    }

    private static JObject object(String text) {
        return (JObject) json(text);
    }
}
