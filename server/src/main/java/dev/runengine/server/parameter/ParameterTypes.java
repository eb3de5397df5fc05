package dev.runengine.server.parameter;

import dev.runengine.core.run.RunStatus;
import dev.runengine.core.run.StepStatus;
import dev.runengine.runtime.port.QueueBoard;
import dev.runengine.runtime.port.TriggerType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.format.FormatterRegistry;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How parameters are read. The messages of refusals go on after the parameter's name. */
@Component
final class ParameterTypes implements WebMvcConfigurer {
    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, UUID.class, StrictUuid::parse);
        registry.addConverter(String.class, Instant.class, ParameterTypes::time);
        registry.addConverter(String.class, Integer.class, ParameterTypes::integer);
        registry.addConverter(String.class, RunStatus.class, text -> oneOf(RunStatus.values(), RunStatus::word, text));
        registry.addConverter(
                String.class, StepStatus.class, text -> oneOf(StepStatus.values(), StepStatus::word, text));
        registry.addConverter(
                String.class,
                QueueBoard.State.class,
                text -> oneOf(QueueBoard.State.values(), QueueBoard.State::word, text));
        registry.addConverter(
                String.class, TriggerType.class, text -> oneOf(TriggerType.values(), TriggerType::word, text));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new UnknownParameters());
    }

    private static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw refusal("must be a time such as 2026-01-31T12:00:00Z");
        }
    }

    private static Integer integer(String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw refusal("must be a whole number");
        }
    }

    private static <T> T oneOf(T[] values, Function<T, String> word, String text) {
        return Arrays.stream(values)
                .filter(value -> word.apply(value).equals(text))
                .findFirst()
                .orElseThrow(() -> refusal(
                        "must be one of " + Arrays.stream(values).map(word).collect(Collectors.joining(", "))));
    }

    private static IllegalArgumentException refusal(String message) {
        return new IllegalArgumentException(message);
    }
}
