package dev.lectern.model.call;

import dev.lectern.model.ChatMessage;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.Manner;
import dev.lectern.model.ReplyForm;
import dev.lectern.model.VectorText;
import java.util.List;

/** Vectors of a model behind an address. Goes through the same tries, limits and budget as a chat, with a message for each text. */
record AskedVectors(Try tries) implements VectorSource {
    @Override
    public List<float[]> embed(List<String> texts, Bill bill) {
        ChatRequest request =
                ChatRequest.of(texts.stream().map(ChatMessage::user).toList());
        return tries.ask(request, Manner.of(ReplyForm.TEXT), bill)
                .reply()
                .body()
                .lines()
                .map(VectorText::read)
                .toList();
    }
}
