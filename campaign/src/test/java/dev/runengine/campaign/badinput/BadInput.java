package dev.runengine.campaign.badinput;

import dev.runengine.core.json.Json;

/**
 * An input that cannot work.
 *
 * @param pointer to the place that the refusal must name, or a place above it
 */
record BadInput(String skill, String what, Json input, String pointer) {
    @Override
    public String toString() {
        return skill + ": " + what;
    }
}
