package dev.lectern.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ArithmeticTest {
    private final Arithmetic plain = new ScalarArithmetic();
    private final Clouds clouds = new Clouds(1);
    private final SplittableRandom chance = new SplittableRandom(2);

    @Test
    void registersAreThereWhereJavaHasTheModule() {
        assumeTrue(built(), "this build left the class out");
        assertThat(Choice.vector().isPresent())
                .isEqualTo(ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent());
    }

    @Test
    void registersGiveTheSameBitsAsPlainLoops() {
        assumeTrue(Choice.vector().isPresent(), "Java runs without the module");
        Arithmetic wide = Choice.vector().orElseThrow();
        for (int i = 0; i < 300; i++) {
            sameDot(wide);
            sameProducts(wide);
            sameSumsAndExponentials(wide);
        }
    }

    private void sameDot(Arithmetic wide) {
        int length = chance.nextInt(400);
        int a = chance.nextInt(9);
        int b = chance.nextInt(9);
        float[] one = clouds.numbers(length + a);
        float[] other = clouds.numbers(length + b);
        assertThat(bits(wide.dot(one, a, other, b, length))).isEqualTo(bits(plain.dot(one, a, other, b, length)));
    }

    private void sameProducts(Arithmetic wide) {
        int dimensions = 1 + chance.nextInt(100);
        int rows = 1 + chance.nextInt(9);
        int count = 1 + chance.nextInt(150);
        Columns columns = new Columns(Rows.of(clouds.numbers(count * dimensions), dimensions));
        float[] numbers = clouds.numbers(rows * dimensions + 5);
        float[] by = new float[rows * columns.padded()];
        float[] expected = by.clone();
        wide.products(numbers, 5, rows, columns, by);
        plain.products(numbers, 5, rows, columns, expected);
        assertThat(by).isEqualTo(expected);
    }

    private void sameSumsAndExponentials(Arithmetic wide) {
        int count = 1 + chance.nextInt(150);
        float[] potentials = clouds.numbers(count);
        float[] costs = clouds.numbers(2 * count);
        float[] by = new float[2 * count];
        float[] expected = by.clone();
        float sharpness = (float) Math.exp(3 * chance.nextGaussian());
        wide.weigh(.3f, potentials, costs, count, sharpness, by);
        plain.weigh(.3f, potentials, costs, count, sharpness, expected);
        wide.add(.7f, costs, count, by, count);
        plain.add(.7f, costs, count, expected, count);
        assertThat(by).isEqualTo(expected);
    }

    @Test
    void productsAreWhatTheyAreInDoubles() {
        float[] one = clouds.numbers(200);
        float[] other = clouds.numbers(200);
        double sum = 0;
        for (int i = 0; i < 200; i++) {
            sum += (double) one[i] * other[i];
        }
        float[] products = new float[1];
        Products.of(Rows.of(one, 200), Rows.of(other, 200), 1, (row, out, from) -> products[row] = out[from]);
        assertThat(Vectors.dot(one, other)).isCloseTo((float) sum, offset(1e-4f));
        assertThat(products[0]).isCloseTo((float) sum, offset(1e-4f));
    }

    @Test
    void exponentialsAreNearTheirTrueValue() {
        for (float x = -86; x < 87; x += .01f) {
            assertThat(Exp.of(x) / Math.exp(x)).isBetween(1 - 3e-7, 1 + 3e-7);
        }
        assertThat(Exp.of(-1e9f)).isPositive().isLessThan(1e-37f);
        assertThat(Exp.of(1e9f)).isFinite();
    }

    private static boolean built() {
        try {
            Class.forName("dev.lectern.learn.VectorArithmetic", false, Choice.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static int bits(float number) {
        return Float.floatToRawIntBits(number);
    }
}
