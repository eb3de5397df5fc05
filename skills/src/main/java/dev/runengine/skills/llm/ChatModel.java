package dev.runengine.skills.llm;

import dev.runengine.core.json.CanonicalJson;
import dev.runengine.core.json.Json;
import dev.runengine.core.skill.SkillContext;
import dev.runengine.core.skill.SkillDescriptor;
import dev.runengine.skills.http.Call;
import dev.runengine.skills.http.HttpCalls;
import dev.runengine.skills.http.JsonAnswer;
import dev.runengine.skills.http.Reply;
import dev.runengine.skills.http.Reply.Answer;
import dev.runengine.skills.http.Reply.Refusal;
import dev.runengine.skills.http.TimeBudget;
import dev.runengine.skills.typed.SkillException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;

/**
 * A model, asked within one execution.
 *
 * @see <a href="https://platform.openai.com/docs/api-reference/chat/create">create chat completion</a>
 */
final class ChatModel {
    private static final int MAX_BYTES = 16 << 20;

    private final SkillDescriptor skill;
    private final ChatSettings settings;
    private final HttpCalls calls;
    private final SkillContext context;
    private final TimeBudget time;
    private AnswerFormat format;
    private int requests;

    ChatModel(SkillDescriptor skill, ChatSettings settings, HttpCalls calls, SkillContext context, TimeBudget time) {
        this.skill = skill;
        this.settings = settings;
        this.calls = calls;
        this.context = context;
        this.time = time;
        this.format = settings.format();
    }

    ChatAnswer answer(Conversation conversation) throws SkillException, InterruptedException {
        var reply = post(conversation);
        if (reply instanceof Refusal(int status, var _)
                && format == AnswerFormat.JSON_SCHEMA
                && (status == 400 || status == 422)) {
            // Many servers know only the older format, or not every keyword of a schema.
            format = AnswerFormat.JSON_OBJECT;
            reply = post(conversation);
        }
        return switch (reply) {
            case Answer answer -> ChatAnswer.read(JsonAnswer.read(answer), settings.model(), calls::quote);
            case Refusal(var _, var failure) -> throw new SkillException(failure);
        };
    }

    private Reply post(Conversation conversation) throws SkillException, InterruptedException {
        var uri = settings.service().endpoint().resolve("/chat/completions");
        var headers = new HashMap<>(settings.service().headersFor(uri));
        headers.put("Content-Type", "application/json");
        headers.put("Accept", "application/json");
        headers.put("Idempotency-Key", idempotencyKey());
        var body = BodyPublishers.ofByteArray(CanonicalJson.bytes(request(conversation)));
        var call = new Call("POST", uri, headers, body, MAX_BYTES, time.forNextCall());
        return calls.exchange(call, context.workspace().resolve("completion.json"));
    }

    private Json request(Conversation conversation) {
        var request = settings.parameters()
                .with("model", Json.of(settings.model()))
                .with("messages", conversation.messages());
        return format.member(skill)
                .map(member -> request.with("response_format", member))
                .orElse(request);
    }

    /** Another question of the same execution is another request: one key for both would get the first one's answer. */
    private String idempotencyKey() {
        requests++;
        return requests == 1 ? context.executionKey().toString() : context.executionKey() + "-" + requests;
    }
}
