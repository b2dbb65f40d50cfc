package dev.lectern.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Invented documents on the parts of a mill, and one in Chinese on tea. */
final class MillDocuments {
    private MillDocuments() {}

    static void write(Path documents) throws IOException {
        Files.createDirectories(documents);
        String[] things = {"boiler", "turbine", "valve", "pump", "filter", "gauge", "motor", "sluice"};
        for (String thing : things) {
            StringBuilder text = new StringBuilder("# The " + thing + " of the mill\n");
            for (int section = 1; section <= 4; section++) {
                text.append("\n## Part ")
                        .append(section)
                        .append(" of the ")
                        .append(thing)
                        .append("\n\n");
                for (int i = 0; i < 4; i++) {
                    text.append(sentence(thing, section, i)).append(' ');
                }
                text.append('\n');
            }
            Files.writeString(documents.resolve(thing + ".md"), text.toString());
        }
        Files.writeString(documents.resolve("茶.md"), """
                # 龙井茶

                ## 采摘

                龙井茶的鲜叶通常在清明节之前由人工采摘完成。每制作一斤特级干茶大约需要三万六千个嫩芽。

                ## 炒制

                炒制时铁锅的温度先高后低，全程都靠手掌感受火候。成品茶叶应当存放在干燥并且避光的陶罐里。
                """);
    }

    private static String sentence(String thing, int section, int i) {
        String[] verbs = {"was rebuilt by", "must be checked by", "is paid for by", "was once painted by"};
        String[] people = {"the miller's guild", "two apprentices", "the river board", "an old carpenter"};
        String[] times = {"before the first frost", "in the wet season", "after the harvest fair", "on market days"};
        int mixed = thing.hashCode() + section * 31 + i * 7;
        return "Ring " + (section * 10 + i) + " of the " + thing + " " + verbs[i] + " "
                + people[Math.floorMod(mixed, 4)] + " " + times[Math.floorMod(mixed / 4, 4)] + ".";
    }
}
