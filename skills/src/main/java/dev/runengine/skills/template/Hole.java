package dev.runengine.skills.template;

import dev.runengine.core.json.Json;
import dev.runengine.core.json.JsonRead.Parsed;
import dev.runengine.core.json.JsonRead.Refused;
import dev.runengine.core.json.JsonReader;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A place to fill in: {@code {{source:argument}}}, or with what to take when there is nothing, written as JSON, {@code
 * {{source:argument|1024}}}.
 *
 * @param argument mostly a JSON pointer into the source
 */
public record Hole(String source, String argument, Optional<Json> otherwise) {
    private static final Pattern FORM = Pattern.compile("([a-z_0-9]+):([^|]*?)(?:\\|(.*))?", Pattern.DOTALL);

    /** @throws IllegalArgumentException for a text that is no hole */
    static Hole parse(String inner) {
        var matcher = FORM.matcher(inner.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("{{" + inner + "}} is no place to fill in; write {{input:/pointer}}, or"
                    + " {{input:/pointer|\"instead\"}} with what to take when there is nothing");
        }
        return new Hole(
                matcher.group(1),
                matcher.group(2).strip(),
                Optional.ofNullable(matcher.group(3)).map(Hole::json));
    }

    private static Json json(String text) {
        return switch (JsonReader.read(text)) {
            case Parsed(Json value) -> value;
            case Refused refused ->
                throw new IllegalArgumentException(
                        "behind | stands JSON, such as 1024 or \"text\", not " + text + " (" + refused.detail() + ")");
        };
    }

    @Override
    public String toString() {
        return "{{" + source + ":" + argument + "}}";
    }
}
