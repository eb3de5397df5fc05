package dev.runengine.skills.llm;

import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JArray;
import dev.runengine.core.json.Json.JNumber;
import dev.runengine.core.json.Json.JString;
import dev.runengine.core.json.JsonPointer;
import dev.runengine.core.skill.SkillFailure.Rejected;
import dev.runengine.skills.typed.SkillException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What a model said.
 *
 * @see <a href="https://platform.openai.com/docs/api-reference/chat/object">the chat completion object</a>
 */
record ChatAnswer(String text, Tokens tokens) {
    private static final JsonPointer CHOICE = JsonPointer.parse("/choices/0");
    private static final JsonPointer CONTENT = JsonPointer.parse("/message/content");
    private static final JsonPointer REFUSAL = JsonPointer.parse("/message/refusal");
    private static final JsonPointer END = JsonPointer.parse("/finish_reason");
    private static final JsonPointer TOKENS_READ = JsonPointer.parse("/usage/prompt_tokens");
    private static final JsonPointer TOKENS_WRITTEN = JsonPointer.parse("/usage/completion_tokens");

    /**
     * @param quote makes what a model said fit for a message
     * @throws SkillException when the model declined, was cut off, or the server speaks another protocol
     */
    static ChatAnswer read(Json completion, String model, UnaryOperator<String> quote) throws SkillException {
        var choice = CHOICE.find(completion)
                .orElseThrow(() -> SkillException.broken("the answer of model " + model
                        + " has no /choices/0; check that baseUrl leads to an OpenAI-compatible API"));
        var tokens = new Tokens(count(completion, TOKENS_READ), count(completion, TOKENS_WRITTEN));
        var refusal = text(REFUSAL.find(choice));
        if (refusal.isPresent()) {
            throw rejected("model " + model + " declined: " + quote.apply(refusal.get()));
        }
        switch (text(END.find(choice)).orElse("stop")) {
            case "length" ->
                throw rejected("the answer of model " + model + " was cut off after " + tokens.written()
                        + " tokens; raise max_tokens or max_completion_tokens in the binding's parameters");
            case "content_filter" ->
                throw rejected(
                        "the provider's content filter stopped the answer of model " + model + "; change the input");
            default -> {}
        }
        var said = text(CONTENT.find(choice))
                .orElseThrow(() -> SkillException.broken("model " + model + " answered without a text"));
        return new ChatAnswer(said, tokens);
    }

    /** The text, or the texts of its parts; a null, an empty text and no member are all the same. */
    private static Optional<String> text(Optional<Json> value) {
        return value.map(json -> switch (json) {
                    case JString(var text) -> text;
                    case JArray(var parts) ->
                        parts.stream()
                                .flatMap(part -> JsonPointer.of("text").find(part).stream())
                                .map(part -> text(Optional.of(part)).orElse(""))
                                .collect(Collectors.joining());
                    case Json.JNull _, Json.JBool _, JNumber _, Json.JObject _ -> "";
                })
                .filter(text -> !text.isBlank());
    }

    private static long count(Json completion, JsonPointer place) {
        return place.find(completion).orElse(Json.NULL) instanceof JNumber(double count)
                ? Math.max(0, (long) count)
                : 0;
    }

    private static SkillException rejected(String message) {
        return new SkillException(new Rejected(message));
    }
}
