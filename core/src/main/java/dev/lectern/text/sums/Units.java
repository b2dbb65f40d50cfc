package dev.lectern.text.sums;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Units that turn into each other by a factor. Where two of one kind stand in an equation, its numbers alone prove nothing. */
final class Units {
    private static final List<String> KINDS = List.of(
            "s sec secs second seconds ms min mins minute minutes h hr hrs hour hours day days week weeks fortnight month months quarter quarters"
                    + " year years decade decades century centuries am pm o'clock 秒 秒钟 毫秒 分 分钟 刻钟 小时 个小时 时 点 点钟 天 日 周 星期 个星期 旬 月 个月 季 季度 个季度 年 世纪",
            "nm um µm mm cm dm m km in inch inches ft foot feet yd yard yards mi mile miles meter meters metre metres kilometer kilometers"
                    + " kilometre kilometres 纳米 微米 毫米 厘米 分米 米 公里 千米 里 英里 英寸 英尺 丈 尺 寸",
            "mg g kg t ton tons tonne tonnes lb lbs oz gram grams kilogram kilograms pound pounds ounce ounces 毫克 克 千克 公斤 斤 两 吨",
            "ml cl dl l liter liters litre litres cup cups tbsp tsp pint pints quart quarts gallon gallons 毫升 升 杯 加仑",
            "c cent cents dollar dollars penny pence euro euros yuan rmb usd 元 块 角 毛 美元 人民币 欧元 日元 港元",
            "mm² cm² m² km² ha acre acres hectare hectares 平方米 平方公里 平方千米 平方厘米 亩 公顷",
            "bit bits byte bytes b kb mb gb tb kib mib gib 字节 比特",
            "w kw mw gw wh kwh mwh j kj mj cal kcal 瓦 千瓦 兆瓦 焦 千焦 度 千瓦时 卡 千卡 大卡",
            "hz khz mhz ghz 赫兹 千赫 兆赫",
            "pa kpa mpa bar mbar 帕 千帕 兆帕",
            "v mv kv a ma °c °f k ℃ ℉ 度 摄氏度",
            "pair pairs dozen dozens 打 对 双");
    /** Units that are a number themselves. */
    private static final Set<String> COUNTS =
            Set.of("pair", "pairs", "dozen", "dozens", "score", "gross", "打", "对", "双");

    private static final Map<String, Integer> KIND = kinds();

    private Units() {}

    private static Map<String, Integer> kinds() {
        Map<String, Integer> kinds = new HashMap<>();
        for (int i = 0; i < KINDS.size(); i++) {
            for (String unit : KINDS.get(i).split(" ", -1)) {
                kinds.putIfAbsent(unit, i);
            }
        }
        return kinds;
    }

    static boolean known(String unit) {
        return parts(unit).stream().anyMatch(KIND::containsKey);
    }

    /** Whether two different units of one kind are among them, as in km/h × min, or one that is a number itself. */
    static boolean mixed(Collection<String> units) {
        Map<Integer, Set<String>> seen = new HashMap<>();
        for (String unit : units) {
            for (String part : parts(unit)) {
                if (COUNTS.contains(part)) {
                    return true;
                }
                Integer kind = KIND.get(part);
                if (kind != null) {
                    seen.computeIfAbsent(kind, k -> new HashSet<>()).add(singular(part));
                }
            }
        }
        return seen.values().stream().anyMatch(same -> same.size() > 1);
    }

    private static List<String> parts(String unit) {
        return Arrays.asList(unit.toLowerCase(Locale.ROOT).split("\\s*(?:[/每·]|\\bper\\b|\\s)\\s*", -1));
    }

    private static String singular(String unit) {
        return unit.length() > 2 && unit.endsWith("s") ? unit.substring(0, unit.length() - 1) : unit;
    }
}
