package dev.lectern.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Documents of a few sections whose sentences differ enough from one another that none counts as a copy. */
final class ManyDocuments {
    private static final List<String> THINGS = List.of(
            "boiler", "turbine", "valve", "pump", "filter", "gauge", "motor", "sluice", "hinge", "lantern", "ladder",
            "winch");
    private static final List<String> VERBS = List.of(
            "was rebuilt by",
            "must be checked by",
            "is paid for by",
            "was once painted by",
            "belongs to",
            "gets oiled by");
    private static final List<String> PEOPLE = List.of(
            "the millers of Aldo",
            "two young apprentices",
            "the river board",
            "an old carpenter",
            "the harbour office",
            "nobody but the smith");
    private static final List<String> TIMES = List.of(
            "before the first frost",
            "in the wet season",
            "after the harvest fair",
            "on quiet market days",
            "whenever the bell tolls",
            "at low tide");
    private static final List<String> ZH_THINGS =
            List.of("锅炉", "水轮", "阀门", "油泵", "滤网", "压力表", "电机", "闸门", "合页", "灯笼", "梯子", "绞盘");
    private static final List<String> ZH_DOINGS = List.of("须由学徒检查", "曾经重新油漆过", "归河务局所有", "由老木匠修理", "每年都要上油", "费用由码头承担");
    private static final List<String> ZH_TIMES = List.of("初霜之前", "雨季里", "秋收集市过后", "赶集的日子", "钟声响起时", "退潮以后");
    private static final List<String> ZH_PLACES = List.of("东岸磨坊", "老码头", "上游水库", "石桥南侧", "北门仓库", "河湾船厂");

    private ManyDocuments() {}

    static void english(Path folder, int documents) throws IOException {
        write(folder, documents, false);
    }

    static void chinese(Path folder, int documents) throws IOException {
        write(folder, documents, true);
    }

    /** Documents of invented words, no two sentences of which are alike. */
    static void invented(Path folder, int documents) throws IOException {
        Files.createDirectories(folder);
        for (int d = 0; d < documents; d++) {
            Random random = new Random(d);
            StringBuilder text = new StringBuilder("# " + word(random) + "\n");
            for (int section = 0; section < 4; section++) {
                text.append("\n## ").append(word(random)).append("\n\n");
                for (int sentence = 0; sentence < 5; sentence++) {
                    text.append(Stream.generate(() -> word(random))
                            .limit(12)
                            .collect(Collectors.joining(" ", "The " + word(random) + " holds ", ". ")));
                }
                text.append('\n');
            }
            Files.writeString(folder.resolve("invented" + d + ".md"), text.toString());
        }
    }

    private static String word(Random random) {
        return IntStream.range(0, 3)
                .mapToObj(n -> "bdfgklmnprstvz".charAt(random.nextInt(14)) + "" + "aeiou".charAt(random.nextInt(5)))
                .collect(Collectors.joining());
    }

    private static void write(Path folder, int documents, boolean chinese) throws IOException {
        Files.createDirectories(folder);
        for (int d = 0; d < documents; d++) {
            StringBuilder text = new StringBuilder(chinese ? "# 第" + d + "号册子\n" : "# Booklet " + d + "\n");
            for (int section = 0; section < 3; section++) {
                text.append(chinese ? "\n## 第" + section + "部分\n\n" : "\n## Part " + section + "\n\n");
                for (int i = 0; i < 5; i++) {
                    text.append(sentence(d * 15 + section * 5 + i, chinese)).append(chinese ? "" : " ");
                }
                text.append('\n');
            }
            Files.writeString(folder.resolve((chinese ? "zh" : "en") + d + ".md"), text.toString());
        }
    }

    /** Another sentence for each number up to some ten thousand. */
    private static String sentence(int n, boolean chinese) {
        String ring = Integer.toString(10_000 + n * 7919 % 90_000);
        List<String> things = chinese ? ZH_THINGS : THINGS;
        String thing = things.get(n % 12);
        int mixed = (n * 31 + n / 12) & 0xffff;
        return chinese
                ? ZH_PLACES.get(mixed / 6 % 6) + "的" + ring + "号" + thing + "在" + ZH_TIMES.get(mixed % 6)
                        + ZH_DOINGS.get(mixed / 36 % 6) + "。"
                : "Ring " + ring + " of the " + thing + " " + VERBS.get(mixed % 6) + " " + PEOPLE.get(mixed / 6 % 6)
                        + " " + TIMES.get(mixed / 36 % 6) + ".";
    }
}
