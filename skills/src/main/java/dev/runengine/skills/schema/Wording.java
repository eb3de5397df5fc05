package dev.runengine.skills.schema;

import com.networknt.schema.Error;
import dev.runengine.core.json.JsonPointer;
import dev.runengine.core.skill.SkillFailure.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Says in words what a keyword found wrong. */
final class Wording {
    /** A list of a hundred thousand wrong items helps nobody. */
    private static final int MOST_PROBLEMS = 50;

    private static final int MOST_CHARACTERS = 400;
    private static final Pattern ALTERNATIVE = Pattern.compile("/(?:anyOf|oneOf)/(\\d+)(?=/)");

    private Wording() {}

    static List<Problem> problems(List<Error> errors) {
        var problems = new ArrayList<Problem>();
        errors.stream().limit(MOST_PROBLEMS).map(Wording::problem).distinct().forEach(problems::add);
        if (errors.size() > MOST_PROBLEMS) {
            problems.add(new Problem("", "and " + (errors.size() - MOST_PROBLEMS) + " more problems"));
        }
        return List.copyOf(problems);
    }

    private static Problem problem(Error error) {
        var place = error.getInstanceLocation().toString();
        var detail = shortened(detail(error)) + alternative(error);
        return switch (error.getKeyword()) {
            case "additionalProperties", "unevaluatedProperties" ->
                new Problem(place + JsonPointer.of(error.getProperty()), detail);
            case null, default -> new Problem(place, detail);
        };
    }

    private static String detail(Error error) {
        return switch (error.getKeyword()) {
            case "required" -> "the member \"" + error.getProperty() + "\" is missing";
            case "additionalProperties", "unevaluatedProperties" ->
                "there is no member \"" + error.getProperty() + "\" in the schema; remove it or check its spelling";
            case "type" -> "must be " + types(error) + ", not " + argument(error, 0);
            case "enum" -> "must be one of " + inner(argument(error, 0));
            case "const" -> "must be " + error.getSchemaNode();
            case "pattern" -> "must match the pattern " + argument(error, 0);
            case "format" -> "is not a valid " + argument(error, 0);
            case "minimum" -> "must be at least " + argument(error, 0);
            case "maximum" -> "must be at most " + argument(error, 0);
            case "exclusiveMinimum" -> "must be more than " + argument(error, 0);
            case "exclusiveMaximum" -> "must be less than " + argument(error, 0);
            case null, default -> error.getMessage();
        };
    }

    private static String types(Error error) {
        return inner(argument(error, 1)).replace(", ", " or ");
    }

    private static String argument(Error error, int index) {
        return error.getArguments()[index].toString();
    }

    private static String inner(String list) {
        return list.startsWith("[") && list.endsWith("]") ? list.substring(1, list.length() - 1) : list;
    }

    /** With several alternatives none of which fits, a message makes sense only with the one it belongs to. */
    private static String alternative(Error error) {
        var matcher = ALTERNATIVE.matcher(error.getEvaluationPath().toString());
        var suffix = new StringBuilder();
        while (matcher.find()) {
            suffix.append(" (in alternative ")
                    .append(Integer.parseInt(matcher.group(1)) + 1)
                    .append(')');
        }
        return suffix.toString();
    }

    private static String shortened(String text) {
        return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + "…";
    }
}
