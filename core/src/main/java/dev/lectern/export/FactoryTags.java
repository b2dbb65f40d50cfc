package dev.lectern.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.text.Json;

/** The {@code tags} block of a dataset_info entry, all of it: LLaMA-Factory has no default for a tag that is left out. */
final class FactoryTags {
    private FactoryTags() {}

    static ObjectNode of(
            String role,
            String content,
            String user,
            String assistant,
            String observation,
            String function,
            String system) {
        return Json.mapper()
                .createObjectNode()
                .put("role_tag", role)
                .put("content_tag", content)
                .put("user_tag", user)
                .put("assistant_tag", assistant)
                .put("observation_tag", observation)
                .put("function_tag", function)
                .put("system_tag", system);
    }
}
