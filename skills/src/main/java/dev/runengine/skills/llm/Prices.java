package dev.runengine.skills.llm;

import dev.runengine.core.skill.Usage;

/**
 * What a model costs, in the deployment's currency per million tokens, which is millionths of it per token.
 *
 * @param input per million tokens read
 * @param output per million tokens written
 */
public record Prices(double input, double output) {
    public static final Prices UNKNOWN = new Prices(0, 0);

    Usage usage(Tokens tokens) {
        return new Usage(
                Math.round(tokens.read() * input + tokens.written() * output), tokens.read() + tokens.written());
    }
}
