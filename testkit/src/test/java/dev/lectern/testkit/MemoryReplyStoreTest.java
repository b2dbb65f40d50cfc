package dev.lectern.testkit;

import dev.lectern.model.MemoryReplyStore;
import dev.lectern.model.ReplyStore;

class MemoryReplyStoreTest extends ReplyStoreContract {
    @Override
    protected ReplyStore open() {
        return new MemoryReplyStore();
    }
}
