package dev.lectern.adapters.model;

import dev.lectern.adapters.wire.Wires;
import dev.lectern.model.BatchClient;
import dev.lectern.model.BodyReader;
import dev.lectern.model.ModelClient;
import dev.lectern.model.ModelId;
import dev.lectern.model.ModelProvider;
import dev.lectern.model.ModelSettings;
import dev.lectern.model.ModelToOpen;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** OpenAI itself, and every server that speaks its language. */
public final class OpenAiProvider implements ModelProvider {
    private static final List<String> VERSIONS = List.of("OPENAI_API_VERSION", "AZURE_OPENAI_API_VERSION");

    /** What stands before the version, the version, and the path of an endpoint that gives rewards. */
    private static final Pattern REWARDED = Pattern.compile("(.*?)(/v\\d+)?(/pooling|/classify|/predict|/score)?");

    @Override
    public Set<String> names() {
        return presets().stream().map(Preset::name).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<Preset> presets() {
        return OpenAiPresets.ALL.stream().map(OpenAiPreset::about).toList();
    }

    @Override
    public List<ModelClient> open(ModelToOpen model) {
        String home = preset(model).base();
        return clients(model, (id, access, wires) -> chat(id, access, lane(id, access, wires, model.settings()), home));
    }

    @Override
    public List<ModelClient> openEmbedder(ModelToOpen model) {
        return measuring(new Embedding(), model);
    }

    @Override
    public List<ModelClient> openReranker(ModelToOpen model) {
        return measuring(new Reranking(), model);
    }

    @Override
    public List<ModelClient> openReward(ModelToOpen model) {
        return clients(model, (id, access, wires) -> reward(id, access, wires, model.settings()));
    }

    private static List<ModelClient> measuring(Measure measure, ModelToOpen model) {
        return clients(
                model,
                (id, access, wires) -> new MeasuringClient(id, lane(id, access, wires, model.settings()), measure));
    }

    private static List<ModelClient> clients(ModelToOpen model, Accesses.Opening opening) {
        return new Accesses(preset(model), model).clients(opening);
    }

    private static Preset preset(ModelToOpen model) {
        return OpenAiPresets.of(model.spec().provider(), true).about();
    }

    private static ModelClient reward(ModelId id, Access access, Wires wires, ModelSettings settings) {
        Matcher parts = REWARDED.matcher(access.address().base());
        if (!parts.matches()) {
            throw new IllegalStateException("an address that is none: " + access.address());
        }
        Access there = access.at(new Address(parts.group(1), access.address().query()));
        String version = parts.group(2) == null ? "/v1" : parts.group(2);
        String path = parts.group(3) == null ? "" : parts.group(3);
        return new RewardClient(id, lane(id, there, wires, settings), version, path);
    }

    @Override
    public BodyReader reader() {
        return (body, answeredBy) -> new Completion(body).read(answeredBy);
    }

    /** @param home the address of the house that the preset is about; at another one its ways are not taken for granted */
    private static WireModel chat(ModelId id, Access access, Lane lane, String home) {
        OpenAiPreset preset =
                OpenAiPresets.of(access.provider(), access.address().base().equals(home));
        Dialect dialect = new OpenAiDialect(preset.thinking());
        Optional<BatchClient> batch =
                preset.batches().map(endpoint -> new OpenAiBatch(lane, new BatchLines(id.name(), dialect), endpoint));
        return new WireModel(id, lane, dialect, preset.manner(id.name()), batch);
    }

    private static Lane lane(ModelId id, Access access, Wires wires, ModelSettings settings) {
        boolean azure = access.provider().equals("azure");
        SortedMap<String, String> headers = new TreeMap<>();
        if (!access.key().isEmpty()) {
            headers.put(azure ? "api-key" : "Authorization", access.key().header(azure ? "" : "Bearer "));
        }
        Access there = azure ? access.at(azure(access.address(), id.name(), settings.environment())) : access;
        return new Lane(there, headers, wires, settings.timeout(), id.name());
    }

    /** Without a version the interface that has none, which is OpenAI's own; with one, that of the deployment. */
    private static Address azure(Address endpoint, String deployment, Map<String, String> environment) {
        if (endpoint.base().contains("/openai")) {
            return endpoint;
        }
        return VERSIONS.stream()
                .map(name -> environment.getOrDefault(name, ""))
                .filter(version -> !version.isBlank())
                .findFirst()
                .map(version ->
                        endpoint.below("/openai/deployments/" + deployment).asking("api-version", version.strip()))
                .orElseGet(() -> endpoint.below("/openai/v1"));
    }
}
