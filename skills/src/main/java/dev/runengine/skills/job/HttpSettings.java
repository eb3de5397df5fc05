package dev.runengine.skills.job;

import dev.runengine.skills.http.Service;
import dev.runengine.skills.template.JsonTemplate;
import java.time.Duration;
import java.util.Optional;

/**
 * How a service does a skill.
 *
 * @param request that does the work, or starts the job that does
 * @param output the skill's data, from {@code input}, {@code response}, {@code job} and {@code file}
 * @param costMicros of one execution, in millionths of the deployment's currency
 * @param callLimit the longest that one exchange may take, downloads included
 */
public record HttpSettings(
        Service service,
        RequestTemplate request,
        Optional<JobSettings> job,
        Optional<FileSettings> file,
        JsonTemplate output,
        long costMicros,
        Duration callLimit) {}
