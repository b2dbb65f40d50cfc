package dev.lectern.model;

/**
 * What a model answered.
 *
 * @param key identity of the request, under which the reply is kept; goes into a sample's lineage
 * @param text the answer, without reasoning
 * @param reasoning the chain of thought where the model gives one, else empty text
 * @param finish why it stopped: stop, length, content_filter …
 * @param answeredBy name of the model that really answered
 * @param body the answer as it came over the wire; the other fields are read from it
 */
public record ChatReply(
        String key, String text, String reasoning, String finish, Usage usage, String answeredBy, String body) {
    public ChatReply withKey(String newKey) {
        return new ChatReply(newKey, text, reasoning, finish, usage, answeredBy, body);
    }
}
