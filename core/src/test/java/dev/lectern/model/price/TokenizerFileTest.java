package dev.lectern.model.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.check.ProblemsException;
import dev.lectern.model.TokenCounter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenizerFileTest {
    @TempDir
    private Path folder;

    @Test
    void pairsAreMergedInTheOrderOfTheFile() throws IOException {
        TokenCounter counter = open("""
                {"pre_tokenizer": {"type": "ByteLevel"}, "decoder": {"type": "ByteLevel"},
                 "model": {"type": "BPE", "vocab": {}, "merges": ["l a", "k e", "la ke", ["Ġ", "lake"], "æ ¹", "æ¹ ĸ"]}}
                """);
        assertThat(counter.count("lake")).isEqualTo(1);
        assertThat(counter.count("lake lake")).isEqualTo(2);
        assertThat(counter.count("kela")).isEqualTo(2);
        assertThat(counter.count("xyz")).isEqualTo(3);
        assertThat(counter.count("湖")).as("three bytes, merged").isEqualTo(1);
        assertThat(counter.name()).isEqualTo("tokenizer.json");
    }

    @Test
    void anotherKindOfTokenizerIsRefusedWithTheFix() {
        assertThatThrownBy(() -> open("{\"model\": {\"type\": \"Unigram\"}}"))
                .isInstanceOf(ProblemsException.class)
                .hasMessageContaining("byte pairs");
        assertThatThrownBy(() -> TokenizerFile.open(folder.resolve("nowhere.json"), "models.big"))
                .hasMessageContaining("can't be read");
    }

    private TokenCounter open(String json) throws IOException {
        return TokenizerFile.open(Files.writeString(folder.resolve("tokenizer.json"), json), "models.big");
    }
}
