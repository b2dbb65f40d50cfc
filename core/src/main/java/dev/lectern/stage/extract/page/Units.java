package dev.lectern.stage.extract.page;

import dev.lectern.corpus.Span;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Tables that say in one column how much and in another of what: a number is no answer without its unit. */
public final class Units {
    private static final Set<String> UNITS = Set.of("unit", "units", "单位", "單位");

    /** Columns whose numbers are measured in the row's unit. */
    private static final Set<String> MEASURED = Set.of(
            "range",
            "value",
            "default",
            "default value",
            "size",
            "默认值",
            "默认",
            "缺省值",
            "范围",
            "取值范围",
            "預設值",
            "預設",
            "範圍",
            "取值範圍");

    private static final String NUMBER = "[-+±−]?\\d[\\d.,]*";
    private static final Pattern NUMBERS = Pattern.compile(
            "\\s*(?:[<>≤≥~约約]\\s?)?" + NUMBER + "(?:\\s*(?:to|and|-|–|—|~|～|\\.\\.|至|到)\\s*" + NUMBER + ")?\\s*");

    /** A column called "unit" may hold chapters, squads or rooms: only what measures is one. */
    private static final String MEASURE =
            "(?:[kKMGTmcdnµμ]?(?:m|g|s|A|V|W|Wh|Hz|J|Pa|L|l|B|bit|bps|Ω|Ohm|mol|lx|lm|cd|F|H|N|C|S|bar|eV|cal|dB|dBm)"
                    + "|[KMGT]iB|%|‰|°[CF]?|℃|℉|K|ppm|ppb|rpm|pH|min|h|d|t|ha|in|ft|lb|oz|mi|mph|psi|px|pt|VA|USD|EUR|GBP|CNY|RMB"
                    + "|(?:byte|bit|pixel|character|token|second|minute|hour|day|week|month|year|degree|percent|metre|meter|litre|liter|gram|watt|volt|ampere|piece|row|page|time|request|call)s?"
                    + "|(?:毫|微)?秒|分钟|分鐘|小时|小時|天|日|周|个月|個月|月|年|万?元|[毫厘分千]?米|公里|[毫千]?克|公斤|吨|噸|毫?升|立方米|平方米|亩|畝|[千毫]?[伏安瓦]|千瓦时|度|摄氏度|攝氏度"
                    + "|次|个|個|条|條|字节|字節|字符|像素|人|台|转|轉|[㎜㎝㎞㎎㎏㎡㎥])";

    private static final Pattern UNIT =
            Pattern.compile("\\s*(?:\\d{0,2}[⁰¹²³⁴-⁹]*/)?" + MEASURE + "[²³]?(?:[/·*]" + MEASURE + "[²³]?){0,3}\\s*");

    private Units() {}

    /** The cell, followed by what stands in the unit's column if the cell is but a number or a range of numbers. */
    public static Answer measured(Page page, List<String> headers, List<Span> row, int column) {
        Span cell = row.get(column);
        boolean bare = MEASURED.contains(headers.get(column).toLowerCase(Locale.ROOT))
                && NUMBERS.matcher(page.text(cell)).matches();
        return IntStream.range(1, Math.min(row.size(), headers.size()))
                .filter(each -> bare && UNITS.contains(headers.get(each).toLowerCase(Locale.ROOT)))
                .mapToObj(row::get)
                .filter(unit -> UNIT.matcher(page.text(unit)).matches())
                .findFirst()
                .map(unit -> new Answer(List.of(cell, unit), " "))
                .orElse(Answer.of(cell));
    }
}
