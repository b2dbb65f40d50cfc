package dev.lectern.stage;

import dev.lectern.corpus.Corpus;
import dev.lectern.corpus.Retriever;
import dev.lectern.corpus.WordIndex;
import dev.lectern.model.ChatModel;
import dev.lectern.prompt.PromptLibrary;
import dev.lectern.text.Chance;
import java.time.Clock;
import java.util.List;

/** The live things a stage may touch. Each stage gets its own, so that {@link #chance} is bound to its name in the recipe. */
public interface Tools {
    /** Name of the recipe that runs. */
    String recipe();

    Corpus corpus();

    /** Finds passages of the corpus. Where no index was made, by words alone. */
    default Retriever retriever(Retriever.By by) {
        return WordIndex.over(corpus());
    }

    /** What the run was given besides documents: seeds, facts, the web. */
    default Supplies supplies() {
        return Supplies.NONE;
    }

    /** The model bound to the role; the recipe check has made sure that there is one. */
    ChatModel model(String role);

    /** All models bound to the role, in the order they were named; none if the role is not bound. */
    List<ChatModel> models(String role);

    PromptLibrary prompts();

    /** The only clock a stage may read. */
    Clock clock();

    Chance chance();
}
