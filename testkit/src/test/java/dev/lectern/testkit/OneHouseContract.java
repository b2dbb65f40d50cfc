package dev.lectern.testkit;

import dev.lectern.model.ChatModel;
import dev.lectern.model.ModelProvider;
import dev.lectern.model.ModelSettings;
import dev.lectern.model.ModelSetup;
import dev.lectern.model.ModelSpec;
import dev.lectern.model.ModelToOpen;
import dev.lectern.model.call.Models;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/** The contract for a provider whose interface the test server speaks, too. */
abstract class OneHouseContract extends ChatModelContract {
    private final List<ModelServer> servers = new ArrayList<>();

    @AfterEach
    void stop() {
        servers.forEach(ModelServer::close);
    }

    @Override
    protected ChatModel sensible() {
        return model(server(ModelServer.Settings.sensible()));
    }

    @Override
    protected ChatModel refusing() {
        return model(server(ModelServer.Settings.sensible().withFaults(Faults.of(1, 1, Faults.Kind.REFUSAL))));
    }

    @Override
    protected ChatModel unreachable() {
        ModelServer server = server(ModelServer.Settings.sensible());
        server.close();
        return model(server);
    }

    private ModelServer server(ModelServer.Settings settings) {
        ModelServer server = ModelServer.start(settings);
        servers.add(server);
        return server;
    }

    protected abstract ModelProvider provider();

    private ChatModel model(ModelServer server) {
        ModelSettings settings = ModelSettings.of(Map.of()).withFirstPause(Duration.ofMillis(1));
        String name = provider().names().iterator().next();
        ModelSpec spec = new ModelSpec(name, Optional.of(server.baseUrl()), "test-model");
        return Models.direct(
                provider()
                        .open(new ModelToOpen(spec, "", ModelSetup.of(name + ":test-model"), settings, "here"))
                        .getFirst(),
                settings);
    }
}
