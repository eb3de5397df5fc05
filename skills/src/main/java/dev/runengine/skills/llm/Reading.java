package dev.runengine.skills.llm;

import dev.runengine.core.json.Json;
import dev.runengine.core.json.JsonRead.Parsed;
import dev.runengine.core.json.JsonRead.Refused;
import dev.runengine.core.json.JsonReader;
import dev.runengine.core.skill.SchemaCheck;
import dev.runengine.core.skill.SkillDescriptor;
import dev.runengine.core.skill.SkillFailure.Problem;
import java.util.List;
import java.util.regex.Pattern;

/** An answer, read as the data a skill promises. */
sealed interface Reading {
    /** The fence of Markdown around the whole answer, which models add although they are told not to. */
    Pattern FENCED = Pattern.compile("\\s*```(?:json)?\\s*\\n(.*)\\n\\s*```\\s*", Pattern.DOTALL);

    record Fits(Json data) implements Reading {}

    record Misfit(List<Problem> problems) implements Reading {
        public Misfit {
            problems = List.copyOf(problems);
        }
    }

    static Reading of(String answer, SkillDescriptor skill, SchemaCheck schemas) {
        var fenced = FENCED.matcher(answer);
        return switch (JsonReader.read(fenced.matches() ? fenced.group(1) : answer)) {
            case Refused refused -> new Misfit(List.of(new Problem("", "it is no JSON: " + refused.message())));
            case Parsed(var data) -> {
                var problems = schemas.check(skill.outputSchema(), data);
                yield problems.isEmpty() ? new Fits(data) : new Misfit(problems);
            }
        };
    }
}
