package dev.runengine.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import dev.runengine.server.settings.Issuer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokensTest {
    private final LocalIssuer issuer;
    private final RunEngineServer server;
    private final Browser anonymous;

    TokensTest() throws IOException, JOSEException {
        issuer = LocalIssuer.start();
        var who = new Issuer(issuer.uri(), Optional.of("run-engine"), "org_id");
        server = RunEngineServer.start(DevServer.options().withIssuer(who), MemoryStorage::open);
        anonymous = Browser.on(server.port());
    }

    @AfterAll
    void stop() {
        server.close();
        issuer.close();
    }

    private Browser of(String tenant) {
        return anonymous.withToken(issuer.token(issuer.claims().claim("org_id", tenant)));
    }

    @Test
    void withoutATokenNothingIsTold() {
        var answer = anonymous.get("runs").isProblem(401, "UNAUTHORIZED");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        anonymous.get("nothing").isProblem(401, "UNAUTHORIZED");
        anonymous.post("runs", "{}").isProblem(401, "UNAUTHORIZED");
    }

    @Test
    void aGoodTokenIsServed() {
        assertThat(of("acme").get("runs").status()).isEqualTo(200);
    }

    @Test
    void tokensThatAreForgedExpiredOrForOthersAreRefused() throws JOSEException {
        var past = Date.from(Instant.now().minus(Duration.ofHours(1)));
        var refused = new String[] {
            "garbage",
            LocalIssuer.token(issuer.claims(), LocalIssuer.newKey()),
            issuer.token(issuer.claims().expirationTime(past)),
            issuer.token(issuer.claims().issuer("https://elsewhere.example")),
            issuer.token(issuer.claims().audience("another service")),
            issuer.token(issuer.claims().audience((String) null))
        };
        for (var token : refused) {
            anonymous.withToken(token).get("runs").isProblem(401, "UNAUTHORIZED");
        }
    }

    @Test
    void aTokenWithoutATenantIsForbidden() {
        for (var tenant : new Object[] {"", "../acme", 7}) {
            anonymous
                    .withToken(issuer.token(issuer.claims().claim("org_id", tenant)))
                    .get("workflows")
                    .isProblem(403, "FORBIDDEN");
        }
    }

    @Test
    void anotherTenantsRunLooksLikeNone() {
        var runId = of("acme").trigger("greeting", "mine");
        of("acme").runWhen(runId, "completed");
        var artifact = of("acme").get("runs/" + runId + "/artifacts").at("/artifacts/0/id");

        var foreign = of("globex").get("runs/" + runId).isProblem(404, "RUN_NOT_FOUND");
        assertThat(foreign.text().replace(runId, "ID"))
                .isEqualTo(missing("runs/").text().replace(NOBODYS, "ID"));
        var foreignFile = of("globex").get("artifacts/" + artifact + "/content");
        assertThat(foreignFile.isProblem(404, "ARTIFACT_NOT_FOUND").text().replace(artifact, "ID"))
                .isEqualTo(missing("artifacts/").text().replace(NOBODYS, "ID"));
        of("globex").send("POST", "runs/" + runId + "/cancel", "").isProblem(404, "RUN_NOT_FOUND");
        assertThat(of("globex").get("runs").json().get("runs")).isEmpty();
    }

    @Test
    void aKeyIsATenantsOwn() {
        var trigger = "{\"workflowName\": \"greeting\", \"triggerPayload\": {\"text\": \"keyed\"}}";
        String[] headers = {"Content-Type", "application/json", "Idempotency-Key", "the-same"};
        var mine = of("acme").send("POST", "runs", trigger, headers);
        var theirs = of("bolt").send("POST", "runs", trigger.replace("keyed", "other"), headers);

        assertThat(theirs.status()).isEqualTo(202);
        assertThat(theirs.at("/runId")).isNotEqualTo(mine.at("/runId"));
        of("acme").runWhen(mine.at("/runId"), "completed");
        of("bolt").runWhen(theirs.at("/runId"), "completed");
    }

    @Test
    void operatorsNeedNoToken() {
        assertThat(Browser.on(server.opsPort()).get("/health").status()).isEqualTo(200);
    }

    private static final String NOBODYS = "00000000-0000-7000-8000-000000000000";

    private Answer missing(String path) {
        return of("globex").get(path + NOBODYS);
    }
}
