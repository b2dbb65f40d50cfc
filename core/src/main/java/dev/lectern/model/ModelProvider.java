package dev.lectern.model;

import dev.lectern.check.ProblemsException;
import java.util.List;
import java.util.Set;

/** Opens clients for the models of some providers. Found through {@link java.util.ServiceLoader}. */
public interface ModelProvider {
    /**
     * What is known of a provider without asking it.
     *
     * @param name what stands before the colon
     * @param base its address; empty text where there is none before the user gives one
     * @param keyVariables environment variables that may hold its key or keys; the first one that is set counts
     * @param baseVariables environment variables that may hold another address
     * @param wantsKey whether it answers nobody without a key
     * @param note what a user should know beforehand, one English sentence; empty text if nothing
     */
    record Preset(
            String name,
            String base,
            List<String> keyVariables,
            List<String> baseVariables,
            boolean wantsKey,
            String note) {
        public Preset {
            keyVariables = List.copyOf(keyVariables);
            baseVariables = List.copyOf(baseVariables);
        }
    }

    /** What stands before the colon: {@code openai}. */
    Set<String> names();

    /** The providers it opens, one for each of {@link #names}, in the order in which people should read them. */
    default List<Preset> presets() {
        return List.of();
    }

    /**
     * Does no call.
     *
     * @return one client for each endpoint and key, at least one, all of the same identity
     * @throws ProblemsException if an address is none or a key is missing
     */
    List<ModelClient> open(ModelToOpen model);

    /**
     * The same for models that turn texts into vectors: the messages of a request are the texts, and the body of its reply has a line for
     * each, in their order, as {@link VectorText#write} writes it.
     *
     * @throws ProblemsException also if the provider has none that can be asked
     */
    default List<ModelClient> openEmbedder(ModelToOpen model) {
        throw new ProblemsException(
                "the embeddings of '" + model.spec().provider() + "' cannot be asked",
                model.where(),
                "use minilm, bge-en, bge-zh, auto, or a provider that speaks OpenAI's language");
    }

    /**
     * The same for models that score texts beside a question: the first message of a request is the question, the others are the texts, and
     * the body of its reply has a line with a number for each, in their order.
     *
     * @throws ProblemsException also if the provider has none that can be asked
     */
    default List<ModelClient> openReranker(ModelToOpen model) {
        throw new ProblemsException(
                "the rerankers of '" + model.spec().provider() + "' cannot be asked",
                model.where(),
                "give an address: http://host:8080");
    }

    /**
     * The same for models that give a conversation a number, the higher the better: the text of a reply is that number, and its body too; a
     * text that is empty says that the server gave none.
     *
     * @throws ProblemsException also if the provider has none that can be asked
     */
    default List<ModelClient> openReward(ModelToOpen model) {
        throw new ProblemsException(
                "the reward models of '" + model.spec().provider() + "' cannot be asked",
                model.where(),
                "give an address: http://host:8080");
    }

    /** Reads the replies of all its models, one that is no longer set up among them: what is kept must stay readable. */
    BodyReader reader();
}
