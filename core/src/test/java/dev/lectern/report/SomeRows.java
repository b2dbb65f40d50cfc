package dev.lectern.report;

import dev.lectern.report.RunReport.Example;
import dev.lectern.report.RunReport.Source;
import dev.lectern.sample.Evidence;
import dev.lectern.sample.Lineage;
import dev.lectern.sample.Sample;
import dev.lectern.sample.Turn;
import dev.lectern.text.Hash;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Rows as a report shows them: in two languages, one of code, one of a hostile document. */
final class SomeRows {
    static final List<Example> ALL = List.of(english(), chinese(), code(), hostile());

    private SomeRows() {}

    private static Example english() {
        return example(
                "qa",
                "en",
                "How often should the intake filter of the Kestrel 40 pump be cleaned in a dusty workshop?",
                "In dusty surroundings clean the intake filter every 50 hours of operation.",
                new Source(
                        "manuals/kestrel-40.pdf",
                        "Kestrel 40 service manual",
                        List.of("Maintenance", "Filters"),
                        OptionalInt.of(17),
                        "… The intake filter keeps abrasive particles out of the vane chamber. Under normal conditions it lasts 200 hours. ",
                        "In dusty surroundings clean the intake filter every 50 hours of operation.",
                        " Never run the pump without it: a single hour without a filter can score the chamber wall so badly that the housing has to be replaced. …"));
    }

    private static Example chinese() {
        return example(
                "summarization",
                "zh",
                "请概括溪谷图书馆的借阅规则。",
                "每位读者最多可同时借阅 10 册图书，借期为 30 天。\n图书可续借一次，续借期为 15 天。",
                new Source(
                        "制度/借阅管理办法.docx",
                        "溪谷图书馆借阅管理办法",
                        List.of("第二章 借阅", "借阅数量与期限"),
                        OptionalInt.empty(),
                        "… 凭读者证可在任一分馆借书。",
                        "每位读者最多可同时借阅 10 册图书，借期为 30 天。",
                        "节假日到期的，顺延至下一工作日。 …"),
                new Source(
                        "制度/借阅管理办法.docx",
                        "溪谷图书馆借阅管理办法",
                        List.of("第二章 借阅", "续借"),
                        OptionalInt.empty(),
                        "… 逾期未还的图书不能续借。",
                        "图书可续借一次，续借期为 15 天。",
                        "已被他人预约的图书不能续借。"));
    }

    private static Example code() {
        return example(
                "code",
                "en",
                "Show how to open a Tidewater session and read the latest gauge level in Python.",
                "```python\nwith tidewater.connect(\"harbour-2\") as session:\n    level = session.gauge().latest()\n    if level > 4.2:\n        print(\"above the mark\", level)\n```",
                new Source(
                        "docs/client.md",
                        "Tidewater client",
                        List.of("Sessions"),
                        OptionalInt.empty(),
                        "… A session is closed when its block ends.\n\n",
                        "with tidewater.connect(\"harbour-2\") as session:\n    level = session.gauge().latest()\n    if level > 4.2:\n        print(\"above the mark\", level)",
                        "\n\nReading more than one gauge needs a session each. …"));
    }

    private static Example hostile() {
        return example(
                "qa",
                "en",
                "What does " + ARun.HOSTILE + " do & why?\u202Eevil",
                ARun.HOSTILE + " " + "It goes on for a while, as such pages do. ".repeat(30),
                new Source(
                        "evil/" + ARun.HOSTILE + ".html",
                        "",
                        List.of(ARun.HOSTILE),
                        OptionalInt.empty(),
                        ARun.HOSTILE,
                        ARun.HOSTILE,
                        ARun.HOSTILE));
    }

    private static Example example(String task, String language, String asked, String answered, Source... sources) {
        String id = Hash.id(asked);
        Source first = sources[0];
        Evidence evidence = new Evidence(
                Hash.id(first.uri()),
                Hash.id("p" + first.uri()),
                0,
                first.quote().length(),
                first.quote(),
                Optional.of(first.uri()),
                first.page());
        Sample sample = Sample.seedling(id, language, List.of(evidence), Lineage.of("extractive"))
                .child(id, List.of(Turn.user(asked), Turn.assistant(answered)), task);
        return new Example(sample, List.of(sources));
    }
}
