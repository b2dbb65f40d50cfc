package dev.lectern.export.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that people really train on, and one that is broken on purpose. */
class RealFilesTest {
    @ParameterizedTest
    @CsvSource({
        "alpaca_layout_gsm8k_train_500.json,           llama-factory, alpaca,   500, 0",
        "sharegpt_toolcall_glaive_zh_50.json,          llama-factory, sharegpt,  50, 0",
        "sharegpt_toolcall_glaive_en_100.json,         llama-factory, sharegpt, 100, 0",
        "dpo_sharegpt_en_50.json,                      llama-factory, sharegpt,  50, 0",
        "dpo_sharegpt_zh_30.json,                      llama-factory, sharegpt,  30, 0",
        "kto_en_50.json,                               llama-factory, messages,  50, 0",
        "sharegpt_fastchat_dummy_200.json,             llama-factory, sharegpt, 200, 0",
        "sharegpt_missingturns_axolotl_fixture.json,   llama-factory, sharegpt,   1, 1",
        "sharegpt_missingturns_axolotl_fixture.json,   axolotl,       sharegpt,   1, 1",
        "messages_llamafactory_v1_sft_100.jsonl,       llama-factory, messages, 100, 100",
        "dolly_layout_sample.jsonl,                    trl,           alpaca,    -1, 1",
    })
    void findsWhatIsWrongAndNothingElse(String name, String trainer, String layout, long rows, long bad) {
        Path file = Path.of(System.getProperty("lectern.root"), "../shared/data/instructions", name);
        assumeTrue(Files.exists(file), "no public test data at " + file);
        List<Finding> findings = new ArrayList<>();
        DataCheck.FileResult result =
                DataCheck.run(file, Trainer.named(trainer), findings::add).getFirst();
        assertThat(result.layout()).isEqualTo(layout);
        if (rows >= 0) {
            assertThat(result.rows()).isEqualTo(rows);
        }
        assertThat(result.badRows()).as(() -> findings.toString()).isEqualTo(bad);
    }
}
