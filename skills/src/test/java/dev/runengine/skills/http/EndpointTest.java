package dev.runengine.skills.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runengine.core.skill.SkillFailure.Rejected;
import dev.runengine.skills.typed.SkillException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {
    private final Endpoint endpoint = Endpoint.of(
            "https://api.example.com/v1/", List.of("cdn.example.com", "*.files.example.com", "big.example.com:8443"));

    @ParameterizedTest
    @CsvSource({
        "/jobs/1, https://api.example.com/v1/jobs/1",
        "//evil.example/x, https://api.example.com/v1//evil.example/x",
        "https://api.example.com/other, https://api.example.com/other",
        "https://API.example.com:443/other, https://API.example.com:443/other",
        "https://cdn.example.com/1.png, https://cdn.example.com/1.png",
        "https://eu.files.example.com/1.png, https://eu.files.example.com/1.png",
        "https://big.example.com:8443/1.png, https://big.example.com:8443/1.png"
    })
    void theServiceAndTheHostsItMaySendUsToAreAsked(String address, String resolved) throws Exception {
        assertThat(endpoint.resolve(address)).isEqualTo(URI.create(resolved));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest/meta-data",
                "http://localhost:3002/metrics",
                "https://api.example.com.evil.example/x",
                "https://evilcdn.example.com/x",
                "https://files.example.com/x",
                "https://api.example.com:8443/x",
                "https://big.example.com/x",
                "http://cdn.example.com/1.png",
                "http://api.example.com/v1/x",
                "https://api.example.com@evil.example/x",
                "https://user@cdn.example.com/x",
                "file:///etc/passwd",
                "jobs/1",
                "https:///x",
                "https://a b/"
            })
    void nobodyElseIsAsked(String address) {
        assertThatThrownBy(() -> endpoint.resolve(address))
                .isInstanceOfSatisfying(
                        SkillException.class, e -> assertThat(e.failure()).isInstanceOf(Rejected.class));
    }

    @Test
    void onlyTheServiceItselfIsShownTheHeaders() throws Exception {
        var service = new Service(endpoint, Map.of("Authorization", "Bearer sk-1"));
        assertThat(service.headersFor(endpoint.resolve("/x"))).containsKey("Authorization");
        assertThat(service.headersFor(endpoint.resolve("https://cdn.example.com/x")))
                .isEmpty();
        assertThat(service).asString().doesNotContain("sk-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "api.example.com",
                "ftp://api.example.com",
                "https://u:p@api.example.com",
                "https://a/?k=v",
                "https://a/#f"
            })
    void whatIsNoBaseAddressIsRefused(String baseUrl) {
        assertThatIllegalArgumentException().isThrownBy(() -> Endpoint.of(baseUrl, List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://cdn.example.com", "*", "cdn.*.com", "cdn.example.com/path"})
    void whatIsNoHostIsRefused(String host) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Endpoint.of("https://api.example.com", List.of(host)))
                .withMessageContaining(host);
    }
}
