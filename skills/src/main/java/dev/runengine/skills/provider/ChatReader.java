package dev.runengine.skills.provider;

import dev.runengine.core.json.Json.JObject;
import dev.runengine.skills.llm.AnswerFormat;
import dev.runengine.skills.llm.ChatSettings;
import dev.runengine.skills.llm.Prices;
import java.util.Locale;

/** Reads how a model does a skill. */
final class ChatReader {
    private static final double USUAL_REPAIRS = 2;

    private ChatReader() {}

    static ChatSettings read(Members chat, BoundService service, String skillId) {
        return new ChatSettings(
                service.service(),
                chat.all().text("model"),
                chat.inner("parameters").map(Members::object).orElse(JObject.EMPTY),
                chat.text("instructions").orElse(""),
                chat.text("answerFormat")
                        .map(name -> AnswerFormat.valueOf(name.toUpperCase(Locale.ROOT)))
                        .orElse(AnswerFormat.JSON_SCHEMA),
                (int) chat.number("repairs", USUAL_REPAIRS),
                chat.inner("prices").map(ChatReader::prices).orElse(Prices.UNKNOWN),
                service.callLimit(),
                chat.text("filename").orElse(skillId.replace('_', '-') + ".json"));
    }

    private static Prices prices(Members prices) {
        return new Prices(prices.number("inputPerMillionTokens", 0), prices.number("outputPerMillionTokens", 0));
    }
}
