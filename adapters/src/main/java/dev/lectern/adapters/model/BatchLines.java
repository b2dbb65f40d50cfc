package dev.lectern.adapters.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.check.Problem;
import dev.lectern.model.BatchClient;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.Manner;
import dev.lectern.model.ModelException;
import dev.lectern.model.Quirk;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What all batch interfaces have in common: lines go in by their keys and come back by them. */
final class BatchLines {
    private final String model;
    private final Dialect dialect;

    BatchLines(String model, Dialect dialect) {
        this.model = model;
        this.dialect = dialect;
    }

    /** What the line asks, as a call of its own would; only that nothing streams. */
    JsonNode asked(BatchClient.Line line) {
        Set<Quirk> quirks = EnumSet.noneOf(Quirk.class);
        quirks.addAll(line.manner().quirks());
        quirks.remove(Quirk.STREAM_ONLY);
        ChatRequest request = line.request();
        SortedMap<String, Object> parameters = new TreeMap<>(request.parameters());
        parameters.remove("stream");
        ChatRequest whole = new ChatRequest(request.messages(), parameters, request.schema(), request.attempt());
        return Bodies.tree(dialect.write(model, whole, new Manner(line.manner().form(), quirks)));
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** The lines of a file of results; one that is cut is left out, so that it is asked again. */
    static List<JsonNode> read(String file) {
        List<JsonNode> lines = new ArrayList<>();
        file.lines().map(Bodies::tree).filter(line -> line.has("custom_id")).forEach(lines::add);
        return lines;
    }

    static ModelException unknown(String batch, Lane lane) {
        Problem problem = new Problem(
                "the provider knows no batch '" + batch + "'",
                lane.access().address().base(),
                "its calls are sent again; was the key changed?");
        return new ModelException(ModelException.Kind.UNREACHABLE, problem, new IllegalStateException(problem.what()));
    }
}
