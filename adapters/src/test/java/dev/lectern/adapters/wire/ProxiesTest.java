package dev.lectern.adapters.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ProxiesTest {
    @Test
    void eachSchemeHasItsProxyAndAnyCaseIsRead() {
        Proxies proxies = new Proxies(Map.of("https_proxy", "http://safe:8443", "HTTP_PROXY", "plain:3128"));
        assertThat(said(proxies, "https://api.openai.com/v1")).isEqualTo("safe:8443 (HTTPS_PROXY)");
        assertThat(said(proxies, "http://far/v1")).isEqualTo("plain:3128 (HTTP_PROXY)");
        assertThat(said(new Proxies(Map.of("ALL_PROXY", "http://one:1")), "https://far"))
                .isEqualTo("one:1 (ALL_PROXY)");
    }

    @Test
    void thisMachineAndWhatNoProxyNamesAreReachedDirectly() {
        Proxies proxies = new Proxies(
                Map.of("HTTP_PROXY", "http://p:1", "no_proxy", "near.example, .corp.example,*.lab.example host:8000"));
        for (String direct : new String[] {
            "http://127.0.0.1:1/v1", "http://localhost/v1", "http://[::1]:2/v1", "http://near.example/v1",
            "http://a.near.example/v1", "http://x.corp.example/v1", "http://y.lab.example/v1", "http://host:8000/v1"
        }) {
            assertThat(said(proxies, direct)).as(direct).isEmpty();
        }
        assertThat(said(proxies, "http://host:9000/v1")).isNotEmpty();
        assertThat(said(new Proxies(Map.of("HTTP_PROXY", "http://p:1", "NO_PROXY", "*")), "http://far"))
                .isEmpty();
    }

    @Test
    void aProxyThatCannotBeUsedIsNamedByItsVariableAndItsPasswordIsNeverShown() {
        assertThatThrownBy(() -> said(new Proxies(Map.of("HTTP_PROXY", "socks5://me:secret@p:1")), "http://far"))
                .hasMessageContaining("socks5:// are not supported")
                .hasMessageContaining("HTTP_PROXY")
                .hasMessageNotContaining("secret");
        assertThat(said(new Proxies(Map.of("HTTP_PROXY", "http://me:secret@p:1")), "http://far"))
                .isEqualTo("p:1 (HTTP_PROXY)");
    }

    @Test
    void whatGoesThroughAProxyNamesTheWholeAddressAndTheUser() throws Exception {
        try (ScriptedServer proxy = new ScriptedServer()) {
            proxy.says(200, "{}");
            Wires wires = new Wires(Map.of("http_proxy", proxy.base().replace("http://", "http://me:secret@")));
            URI far = URI.create("http://far.example/v1/models");
            wires.to(far).send(HttpCall.get(far, new TreeMap<>()), Intake.whole(), Duration.ofSeconds(60));
            assertThat(proxy.asked().getFirst())
                    .startsWith("GET http://far.example/v1/models HTTP/1.1")
                    .contains("Proxy-Authorization: Basic bWU6c2VjcmV0");
        }
    }

    private static String said(Proxies proxies, String uri) {
        return proxies.saidFor(URI.create(uri)).orElse("");
    }
}
