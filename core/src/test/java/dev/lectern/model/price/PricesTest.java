package dev.lectern.model.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.check.ProblemsException;
import dev.lectern.model.Cost;
import dev.lectern.model.ModelSetup;
import dev.lectern.model.Usage;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PricesTest {
    @TempDir
    private Path folder;

    private final Prices shipped = Prices.with(Optional.empty());

    @ParameterizedTest
    @CsvSource({
        "openai, '', gpt-5-mini, 2, USD",
        "openai, https://api.openai.com/v1, gpt-5-mini-2025-08-07, 2, USD",
        "openai, https://api.deepseek.com/v1, deepseek-chat, 0.42, USD",
        "dashscope, '', qwen-plus-latest, 8, CNY",
        "ark, '', doubao-seed-1-6-250615, 8, CNY",
        "anthropic, '', claude-sonnet-4-5-20250929, 15, USD",
        "azure, https://mine.openai.azure.com, gpt-4o-mini, 0.60, USD",
        "moonshot, https://api.moonshot.ai/v1, kimi-k2-thinking, 2.50, USD",
        "openrouter, '', some/model:free, 0, USD",
        "ollama, http://127.0.0.1:11434/v1, qwen3, 0, ''"
    })
    void theTableKnowsCommonModels(String provider, String base, String model, BigDecimal output, String currency) {
        Price price = price(shipped, provider, base, model).orElseThrow();
        assertThat(price.output()).isEqualByComparingTo(output);
        assertThat(price.currency()).isEqualTo(currency);
    }

    @ParameterizedTest
    @CsvSource({
        "openai, '', gpt-9", "openai, http://127.0.0.1:4000/v1, gpt-5-mini",
                "openai, https://gateway.example/v1, gpt-4o",
        "ark, '', ep-20250101-abcde", "deepseek, '', gpt-5-mini", "openai, '', gpt-5-mini-turbo"
    })
    void whatNobodyKnowsIsUnknownAndNotFree(String provider, String base, String model) {
        assertThat(price(shipped, provider, base, model)).isEmpty();
    }

    @Test
    void everyCallIsRoundedOnceAndHalfUp() {
        Price price = price(shipped, "openai", "", "gpt-5-nano").orElseThrow();
        assertThat(price.of(new Usage(10, 0, 0), false)).isEqualTo(new Cost(1, "USD")); // 0.5 of a millionth
        assertThat(price.of(new Usage(9, 0, 0), false)).isEqualTo(Cost.NOTHING);
        assertThat(price.of(new Usage(1_000_000, 1_000_000, 400_000), false))
                .isEqualTo(new Cost(30_000 + 2_000 + 400_000, "USD"));
        assertThat(price.of(new Usage(1_000_000, 1_000_000, 400_000), true)).isEqualTo(new Cost(216_000, "USD"));
    }

    @Test
    void aProjectsPricesStandBeforeTheTable() throws IOException {
        Prices prices = own("""
                currency: CNY
                rates: { CNY: 0.14 }
                models:
                  gpt-5-mini: { input: 1.5, output: 12.125 }
                  "my-*": { input: 0.3, output: 0.6, currency: EUR }
                deepseek:
                  currency: CNY
                  models: { deepseek-chat: { input: 2, cached: 0.2, output: 3 } }
                """);
        assertThat(price(prices, "openai", "", "gpt-5-mini").orElseThrow().output())
                .isEqualTo("12.125");
        assertThat(price(prices, "openai", "http://127.0.0.1:1/v1", "my-own")
                        .orElseThrow()
                        .currency())
                .isEqualTo("EUR");
        assertThat(price(prices, "deepseek", "", "deepseek-chat").orElseThrow().currency())
                .isEqualTo("CNY");
        assertThat(price(prices, "openai", "", "gpt-4o")).isPresent();
        assertThat(prices.in(new Cost(10_000_000, "CNY"), "USD")).hasValue(new Cost(1_400_000, "USD"));
        assertThat(prices.in(new Cost(1_400_000, "USD"), "CNY")).hasValue(new Cost(10_000_000, "CNY"));
        assertThat(prices.in(new Cost(1, "EUR"), "USD")).isEmpty();
    }

    @Test
    void aModelsOwnPriceStandsBeforeAll() {
        assertThat(shipped.of("openai", "http://h/v1", "m", priced("0.5", "¥2"), "models")
                        .orElseThrow())
                .extracting(Price::input, Price::output, Price::currency)
                .containsExactly(new BigDecimal("0.5"), new BigDecimal("2"), "CNY");
        assertThat(shipped.of("openai", "", "gpt-5-mini", priced("0.5", ""), "models")
                        .orElseThrow()
                        .output())
                .isEqualTo("2");
        assertThatThrownBy(() -> shipped.of("openai", "http://h/v1", "m", priced("0.5", ""), "models.mine"))
                .isInstanceOf(ProblemsException.class)
                .hasMessageContaining("models.mine")
                .hasMessageContaining("output_cost");
    }

    @Test
    void allThatIsWrongWithAPriceFileIsSaidAtOnceWithItsLine() {
        assertThatThrownBy(() -> own("""
                        rates: { CNY: many }
                        models:
                          a: { input: -1, output: 2 }
                          b: { output: 2 }
                          c: { input: 1, ouput: 2, currency: dollars }
                          d: 5
                        openai: { curency: USD }
                        """))
                .isInstanceOfSatisfying(
                        ProblemsException.class,
                        e -> assertThat(e.problems())
                                .extracting(problem -> problem.where().replaceAll(".*line ", "") + " " + problem.what())
                                .containsExactlyInAnyOrder(
                                        "1 'many' is no price",
                                        "3 '-1' is no price",
                                        "4 'b' has no price for its input",
                                        "5 unknown field 'ouput'",
                                        "5 'dollars' is no currency",
                                        "6 'd' takes fields of its own",
                                        "6 'd' has no price for its input",
                                        "7 unknown field 'curency'"));
        assertThatThrownBy(() -> own("models: [1, 2\n")).hasMessageContaining("line 2");
        assertThatThrownBy(() -> Prices.with(Optional.of(folder.resolve("nowhere.yaml"))))
                .hasMessageContaining("there is no such price file");
    }

    private Prices own(String yaml) throws IOException {
        return Prices.with(Optional.of(Files.writeString(folder.resolve("prices.yaml"), yaml)));
    }

    private static Optional<Price> price(Prices prices, String provider, String base, String model) {
        return prices.of(provider, base, model, ModelSetup.of(provider + ":" + model), "test");
    }

    private static ModelSetup priced(String input, String output) {
        return new ModelSetup(
                "openai:m",
                List.of(),
                OptionalInt.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                List.of(),
                new TreeMap<>(),
                Optional.empty(),
                Optional.of(input).filter(text -> !text.isEmpty()),
                Optional.of(output).filter(text -> !text.isEmpty()),
                Set.of());
    }
}
