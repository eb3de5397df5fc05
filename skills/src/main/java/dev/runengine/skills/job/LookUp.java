package dev.runengine.skills.job;

import dev.runengine.core.json.JsonPointer;
import java.time.Duration;

/**
 * How a service is asked for the job of an execution key.
 *
 * @param request that finds it; a 404 means that there is none
 * @param id where in the answer the job's id stands; nothing there means that there is none
 * @param settle how long after sending a job may still come up: until then, none found means nothing
 */
public record LookUp(RequestTemplate request, JsonPointer id, Duration settle) {}
