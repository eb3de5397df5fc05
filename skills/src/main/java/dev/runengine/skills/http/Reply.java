package dev.runengine.skills.http;

import dev.runengine.core.skill.SkillFailure;
import java.net.http.HttpHeaders;
import java.nio.file.Path;

/** What came back for a request. */
public sealed interface Reply {

    /**
     * A complete answer with a status of 2xx.
     *
     * @param place that was asked, for messages
     * @param body a file with the whole body
     */
    record Answer(String place, HttpHeaders headers, Path body, long size) implements Reply {}

    /** Any other status, and what it means for a step. */
    record Refusal(int status, SkillFailure failure) implements Reply {}
}
