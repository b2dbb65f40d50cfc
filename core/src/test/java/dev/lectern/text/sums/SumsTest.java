package dev.lectern.text.sums;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SumsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "7 × 8 = 54",
                "So we get 12 + 30 = 43 in all.",
                "3 apples + 4 apples = 8 apples",
                "The cost is $12.50 × 4 = $52.00.",
                "(2 + 3) × 4 = 21",
                "20% of 150 is 35",
                "15% × 200 = 32",
                "1,200 + 350 = 1,650",
                "2^10 = 1000",
                "10 / 4 = 2.6",
                "100 / 3 = 33.5",
                "- 5 + 9 = 13",
                "1. 5 + 9 = 13",
                "Total: 3 + 4 = 7 = 2 + 6",
                "12 times 12 is 146.",
                "60 km/h × 2 h = 130 km",
                "\\frac{3}{4} \\times 100 = 70",
                "$3 \\times 5 = 16$",
                "The sum of 3, 4 and 5 is 13.",
                "The average of 2, 4 and 9 is 6.",
                "3加5等于9",
                "三加五等于九",
                "3个苹果+4个苹果=8个苹果",
                "150的20%是35",
                "一百二十的百分之二十五是四十，即 120 × 25% = 40",
                "30 除以 5 等于 7",
                "3.5万 + 1.5万 = 6万",
                "共 12 × 5 = 65（元）",
                "240的三分之二是150",
                "2、3和4的和是10",
                "100 - 15% = 80",
                "5 - 8 = 3",
                "49 × 21 ≈ 1500",
                "3² + 4² = 26",
            })
    void tellsAnEquationThatDoesNotHold(String line) {
        assertThat(Sums.wrong(line)).as(line).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7 × 8 = 56",
                "10 / 3 = 3.33",
                "10 / 3 = 3.3, and 3.33 × 3 = 10",
                "2 / 3 = 0.66",
                "100 / 7 = 15 buses",
                "17 / 5 = 3 remainder 2",
                "17 ÷ 5 = 3……2",
                "30/150 = 20%",
                "30/150 × 100 = 20%",
                "3/4 = 75",
                "100 + 20% = 120",
                "50% + 20% = 70",
                "Version 1.2 + 3 = 5",
                "2024-01-15 + 5 = 20",
                "Section 3 - 4 = the end",
                "Step 1 - 3 + 4 = 7",
                "x + 3 = 7",
                "f(2) = 3 + 1 = 4",
                "max(3, 4) + 1 = 5",
                "|3 - 5| = 2",
                "sqrt(16) + 2 = 6",
                "the square root of 16 = 4",
                "2x + 3 = 9",
                "3 + 4 = 7 × 2 = 14",
                "1.5 h + 30 min = 2 h",
                "60 km/h × 30 min = 30 km",
                "1/2 cup = 118 ml",
                "5 km × 1000 = 5000 m",
                "3千米 × 1000 = 3000米",
                "2 千克 + 500 克 = 2.5 千克",
                "11 PM + 3 hours = 2 AM",
                "2 hours × 60 = 120 minutes",
                "12 + 3 months = 1 year 3 months",
                "2 + 2 = 5 is wrong",
                "有人算成 2 + 2 = 5，这是错的",
                "1 + 1 = 10 in binary",
                "5! + 1 = 121",
                "1 + 1/2 = 3 \\cdot 5/4!",
                "$4 + 9 x - 7 x^2 = 0$",
                "OR for death (95% CI = 1.25-2.13)",
                "\\frac 92 \\cdot \\frac{2}{14} = \\frac{9}{14}",
                "15 pages x 1/3 = 5 pages",
                "Since 2/5 is equal to 12.8 hectares",
                "so .20*50 = 10 employees",
                "24/12 = 2 dozen eggs",
                "4s + 16 = 2s + 32",
                "250=(5/2)x",
                "25 classmates + his 1 teacher + 1 himself = 27 people",
                "if a == 3 + 4 = 8",
                "\"1\" + \"1\" = 11",
                "0x10 + 1 = 17",
                "10:30 + 2 = 12:30",
                "3 out of 4 = 75%",
                "Room 2 = 3 × 4 m",
                "The price rose from 100 to 120 = 20%",
                "49 × 21 ≈ 1000",
                "1.2 million × 3 = 3.6 million",
                "12345 + 1 = 1.2万",
                "3万5千 + 2 = 5",
                "第3 + 4 = 5",
                "万一 3+4=7 呢",
                "其中一共3+4=7个",
                "2 dozen + 3 = 27 eggs",
                "1 1/2 + 1/2 = 2",
                "6 ÷ 2(1+2) = 9",
                "1st + 2nd = 4",
                "1/3 = 0.333",
                "0.33 × 300 = 100",
                "-3 + 5 = 2",
                "3 × -2 = -6",
                "A2 + 3 = 6",
                "GPT-4 + 2 = 7",
                "http://x.org/?a=3+4=8",
                "```\n3 + 4 = 8\n```",
                "2019-2020是12个月",
                "三分之一加三分之一等于三分之二",
                "3加5等于8",
                "19.99 × 3 = 60",
                "1 km = 1000 m",
                "3 + 4 = about 7",
                "7 = 3 + 4",
                "1/2 + 1/3 = 5/6",
            })
    void keepsSilentWhereItMayHold(String text) {
        assertThat(Sums.wrong(text)).as(text).isEmpty();
    }

    @Test
    void saysWhichLineIsWrongAndWhatItShouldBe() {
        assertThat(Sums.wrong("First 3 × 4 = 12.\nThen 12 + 9 = 22.\nSo the answer is 22."))
                .containsExactly(new Slip(2, "12 + 9 = 22", "21"));
    }

    @Test
    void goesOnFromTheLineBefore() {
        assertThat(Sums.wrong("12 × 5\n= 60\n= 6 × 11")).containsExactly(new Slip(3, "60 = 6 * 11", "60"));
    }

    @Test
    void anEarlierResultThatWasRoundedMayBeUsedAsIfItWereNot() {
        assertThat(Sums.wrong("22 / 7 = 3.14\n3.14 × 7 = 22")).isEmpty();
    }
}
