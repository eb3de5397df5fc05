package dev.runengine.skills.llm;

import dev.runengine.core.json.Json.JObject;
import dev.runengine.skills.http.Service;
import java.time.Duration;

/**
 * Which model does the work, and how.
 *
 * @param parameters further members of the request, such as temperature
 * @param instructions added to the prompt; may be empty
 * @param repairs how often an answer that does not fit is sent back
 * @param callLimit the longest that one answer may take
 * @param filename of the data as a file, for skills that promise one
 */
public record ChatSettings(
        Service service,
        String model,
        JObject parameters,
        String instructions,
        AnswerFormat format,
        int repairs,
        Prices prices,
        Duration callLimit,
        String filename) {}
