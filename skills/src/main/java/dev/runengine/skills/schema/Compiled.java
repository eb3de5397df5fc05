package dev.runengine.skills.schema;

import com.networknt.schema.Schema;
import com.networknt.schema.ValidationLimitExceededException;
import dev.runengine.core.json.Json;
import dev.runengine.core.skill.SkillFailure.Problem;
import dev.runengine.skills.json.JacksonJson;
import dev.runengine.skills.json.StorableJson;
import java.util.List;

/** A schema made ready, or the reasons why it is none. Safe for concurrent use. */
sealed interface Compiled {

    record Invalid(List<Problem> problems) implements Compiled {
        public Invalid {
            problems = List.copyOf(problems);
        }

        static Invalid because(String detail) {
            return new Invalid(List.of(new Problem("", detail)));
        }
    }

    record Valid(Schema schema) implements Compiled {
        List<Problem> check(Json value) {
            var unstorable = StorableJson.problems(value);
            if (!unstorable.isEmpty()) {
                return unstorable;
            }
            try {
                return Wording.problems(schema.validate(JacksonJson.toNode(value)));
            } catch (BoundedPattern.TooManyStepsException e) {
                return List.of(new Problem("", String.valueOf(e.getMessage())));
            } catch (ValidationLimitExceededException | StackOverflowError e) {
                return List.of(new Problem("", """
                        could not be checked: it is too large or too deeply nested for its schema, \
                        or the schema refers to itself without end"""));
            }
        }
    }
}
