package dev.lectern.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.sample.Evidence;
import dev.lectern.sample.Sample;
import dev.lectern.text.Json;
import java.util.Optional;

/**
 * Where a row comes from, for layouts whose readers ignore columns they do not know. Every key is in every row with one
 * type ({@code page} is 0 where the document has no pages), because {@code datasets} takes a file's types from its first rows.
 */
final class Meta {
    private Meta() {}

    static ObjectNode of(Sample sample) {
        ObjectNode meta = Json.mapper().createObjectNode();
        meta.put("id", sample.id());
        meta.put("task", sample.task());
        meta.put("language", sample.language());
        ArrayNode sources = meta.putArray("sources");
        sample.evidence().stream()
                .map(Evidence::uri)
                .flatMap(Optional::stream)
                .distinct()
                .forEach(sources::add);
        ArrayNode evidence = meta.putArray("evidence");
        for (Evidence e : sample.evidence()) {
            evidence.addObject()
                    .put("document", e.document())
                    .put("uri", e.uri().orElse(""))
                    .put("page", e.page().orElse(0))
                    .put("start", e.start())
                    .put("end", e.end())
                    .put("quote", e.quote());
        }
        return meta;
    }
}
