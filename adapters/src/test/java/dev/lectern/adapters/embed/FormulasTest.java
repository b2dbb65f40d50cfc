package dev.lectern.adapters.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulasTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Find $\\int_0^1 \\sqrt{x}\\,dx$. | Find integral _0^1 square root x dx .",
                "$$\\frac{a}{b} \\leq \\alpha$$ | fraction a b less than or equal to alpha",
                "\\[\\left(\\sum_k k\\right)^2\\] | ( sum _k k )^2",
                "so \\(\\mathbb{Z}\\) is a ring | so Z is a ring",
                "\\begin{align*} a &= b \\\\ c &= d \\end{align*} | a = b c = d",
                "$\\begin{pmatrix} 1 & 2 \\end{pmatrix}$ | matrix 1 2",
                "$\\text{if } n$ | if n",
                "a set $S$ of points | a set S of points",
                "the $n$th term | the n th term",
                "\\begin{equation}\\begin{aligned} A &= \\begin{pmatrix} 1 \\end{pmatrix} \\\\ \\frac{a}{b} \\end{aligned}\\label{e}\\end{equation} | A = matrix 1 fraction a b",
                "$\\Bigl( x \\Bigr) \\lt \\boldsymbol{y}$ | ( x ) less than y",
                "$\\begin{array}{cc} a & b \\end{array}$ | a b",
            })
    void aFormulaIsReadOut(String text, String read) {
        assertThat(Formulas.readOut(text).replaceAll("\\s+", " ").strip()).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It rose from $5 to $10 a share, $12 later.",
                "They paid $3m and$4m.",
                "Set $HOME before $PATH is read.",
                "PATH=$HOME/bin:$PATH",
                "${HOME}/bin:${PATH}",
                "f($a,$b)",
                "It costs US$5 (or C$ 7).",
                "They are 5$, 6$ and 7$ each.",
                "价格5$，另一个6$。",
                "The folder C:\\frac\\int holds it.",
                "An escaped \\$5 and \\$6.",
                "No sign of any kind.",
                "渡轮票价为 $5，往返 $9。",
                ""
            })
    void whatIsNoFormulaStaysAsItIs(String text) {
        assertThat(Formulas.readOut(text)).isEqualTo(text);
    }

    @Test
    void whatWasReadOutStaysAsItIs() {
        String once = Formulas.readOut("Let $f(x)=\\frac{1}{x}$ and \\[\\lim_{x\\to\\infty} f(x) = 0\\]");
        assertThat(Formulas.readOut(once)).isEqualTo(once);
    }

    /** Only the beginning is looked through, however long the text. */
    @ParameterizedTest
    @ValueSource(
            strings = {"$", "$$", "$x", "\\[", "\\(", "\\begin{align}", "$x\\", "$ x", "$\n", "\\begin{align}\\end{"})
    void openingsThatAreNeverClosedTakeNoLongTime(String opening) {
        String hostile = opening.repeat(3_000_000 / opening.length());
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> Formulas.readOut(hostile));
    }
}
