package dev.runengine.skills.job;

import dev.runengine.skills.template.TextTemplate;

/** A request with holes. What is filled into the address is percent-encoded, unless it is the whole address. */
public record RequestTemplate(String method, TextTemplate url, RequestBody body) {}
