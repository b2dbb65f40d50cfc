package dev.lectern.adapters.store;

import dev.lectern.model.Reply;

/** A reply made ready to be written, so that the one thread that writes has little to do. Never changed. */
final class Row {
    private final Reply reply;
    private final long head;
    private final long like;
    private final byte[] kin;
    private final byte[] asked;
    private final byte[] answer;

    Row(Reply reply, Packer packer, Patterns patterns) {
        this.reply = reply;
        this.head = Patterns.head(reply);
        Patterns.Pattern pattern = patterns.like(head);
        this.like = pattern.n();
        this.kin = Sketch.of(reply.asked().text());
        this.asked = packer.packed(reply.asked().text(), pattern.asked());
        this.answer = packer.packed(reply.answer(), pattern.answer());
    }

    Reply reply() {
        return reply;
    }

    /** How the request begins. */
    long head() {
        return head;
    }

    /** The reply it is packed like. */
    long like() {
        return like;
    }

    byte[] kin() {
        return kin;
    }

    byte[] asked() {
        return asked;
    }

    byte[] answer() {
        return answer;
    }
}
