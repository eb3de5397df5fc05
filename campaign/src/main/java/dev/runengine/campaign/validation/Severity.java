package dev.runengine.campaign.validation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How bad an issue is. */
public enum Severity {
    /** The bundle must not go out. */
    @JsonProperty("error")
    ERROR,
    /** It may go out, unless one is strict. */
    @JsonProperty("warning")
    WARNING,
    /** Worth knowing. */
    @JsonProperty("info")
    INFO
}
