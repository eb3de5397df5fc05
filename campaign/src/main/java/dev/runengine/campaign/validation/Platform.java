package dev.runengine.campaign.validation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.runengine.campaign.browser.Screen;

/** Where a game is to be played, and what it may weigh there as a ZIP. The budgets are this project's own. */
public enum Platform {
    @JsonProperty("mobile")
    MOBILE(Screen.PHONE, 10L << 20),
    @JsonProperty("web")
    WEB(Screen.DESKTOP, 25L << 20),
    @JsonProperty("desktop")
    DESKTOP(Screen.DESKTOP, 60L << 20);

    private final Screen screen;
    private final long budget;

    Platform(Screen screen, long budget) {
        this.screen = screen;
        this.budget = budget;
    }

    Screen screen() {
        return screen;
    }

    /** In bytes. */
    long budget() {
        return budget;
    }
}
