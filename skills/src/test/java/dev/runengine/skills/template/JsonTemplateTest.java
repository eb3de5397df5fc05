package dev.runengine.skills.template;

import static dev.runengine.skills.JsonText.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runengine.core.json.Json;
import dev.runengine.core.json.JsonPointer;
import dev.runengine.skills.typed.SkillException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTemplateTest {
    private static final Scope SCOPE = Scope.of(Map.of(
            "input", json("{'a': 'x', 'n': 3, 'list': [1, 2], 'nothing': null, 'hole': '{{input:/a}}'}"),
            "job", json("{'id': 'a b/c'}")));

    private static Optional<Json> fill(String template) throws SkillException {
        return JsonTemplate.compile(json(template), JsonPointer.ROOT).fill(SCOPE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
                    '{{input:/n}}'                                  ; 3
                    '{{input:/list}}'                               ; [1, 2]
                    '{{ input:/list/1 }}'                           ; 2
                    '{{input:/nothing}}'                            ; null
                    'n is {{input:/n}}, {{input:/a}}'               ; 'n is 3, x'
                    {'k': '{{input:/gone}}', 'm': '{{input:/a}}'}   ; {'m': 'x'}
                    ['{{input:/gone}}', 1, true, null]              ; [1, true, null]
                    '{{input:/gone|7}}'                             ; 7
                    '{{input:/n|7}}'                                ; 3
                    'v{{input:/gone|7}}'                            ; 'v7'
                    '{{input:/hole}}'                               ; '{{input:/a}}'
                    """)
    void holesAreFilledWithValuesOfTheirOwnKind(String template, String expected) throws Exception {
        assertThat(fill(template)).contains(json(expected));
    }

    @Test
    void aTemplateThatIsOneHoleMayStayEmpty() throws Exception {
        assertThat(fill("'{{input:/gone}}'")).isEmpty();
    }

    @Test
    void aTextWithAnEmptyHoleCannotBeMade() {
        assertThatThrownBy(() -> fill("'a {{input:/gone}}'"))
                .isInstanceOf(SkillException.class)
                .hasMessageContaining("{{input:/gone}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{}}", "{{input}}", "{{Input:/a}}", "{{input:/a|}}", "{{input:/a|text}}"})
    void whatIsNoHoleIsRefusedWithItsPlace(String hole) {
        assertThatThrownBy(() -> JsonTemplate.compile(Json.object("k", Json.of(hole)), JsonPointer.of("body")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("/body/k: ");
    }

    @Test
    void whatIsFilledIntoATextIsEncodedUnlessItIsAll() throws Exception {
        assertThat(TextTemplate.compile("/jobs/{{job:/id}}").fill(SCOPE, text -> "<" + text + ">"))
                .isEqualTo("/jobs/<a b/c>");
        assertThat(TextTemplate.compile("{{job:/id}}").fill(SCOPE, text -> "<" + text + ">"))
                .isEqualTo("a b/c");
    }
}
