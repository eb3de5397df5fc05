package dev.runengine.skills.typed;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.runengine.core.json.Json;
import dev.runengine.core.json.JsonPointer;
import dev.runengine.skills.json.JacksonJson;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/** Between JSON values and the records of typed skills. Strict: 5 is no text, "5" no number and 1.5 no integer. */
final class Binding {
    private static final ObjectMapper MAPPER = mapper();

    private Binding() {}

    /** @throws SkillException for a value the type cannot hold; with the pointer to it */
    static <T> T read(Json value, Class<T> type) throws SkillException {
        try {
            return MAPPER.treeToValue(JacksonJson.toNode(value), type);
        } catch (JacksonException e) {
            throw SkillException.invalidInput(
                    pointer(e), "the skill cannot read this value: " + e.getOriginalMessage());
        }
    }

    static Json write(Object value) {
        return JacksonJson.fromNode(MAPPER.valueToTree(value));
    }

    private static String pointer(JacksonException e) {
        return e.getPath().stream()
                .map(Binding::step)
                .map(name -> JsonPointer.of(name).toString())
                .collect(Collectors.joining());
    }

    private static String step(JacksonException.Reference reference) {
        var name = reference.getPropertyName();
        return name == null ? Integer.toString(reference.getIndex()) : name;
    }

    private static ObjectMapper mapper() {
        var builder = JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(
                        LogicalType.Textual,
                        c -> c.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .changeDefaultPropertyInclusion(
                        _ -> JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                .addModule(new JsonModule());
        for (var type : List.of(Collection.class, List.class, Set.class, Map.class)) {
            builder.withConfigOverride(type, c -> c.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)));
        }
        return builder.build();
    }
}
