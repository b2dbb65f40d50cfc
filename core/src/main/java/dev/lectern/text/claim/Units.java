package dev.lectern.text.claim;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Units of measure: what they measure, and how many of the dimension's own unit one of them is. */
final class Units {
    /** One dimension a line: its name, then {@code factor:spelling,spelling…}. Plurals in s are understood. */
    private static final String TABLE = """
            length 0.001:mm,millimetre,millimeter,毫米 0.01:cm,centimetre,centimeter,厘米,公分 1:m,metre,meter,米,公尺 1000:km,kilometre,kilometer,公里,千米 0.0254:inch,inches,英寸 0.3048:ft,foot,feet,英尺 0.9144:yd,yard 1609.344:mi,mile,英里 1852:nmi,海里
            mass 0.000001:mg,milligram,毫克 0.001:g,gram,gramme,克 1:kg,kilogram,kilo,公斤,千克 0.5:斤 1000:t,tonne,吨,公吨,噸 0.45359237:lb,lbs,pound,磅 0.028349523:oz,ounce,盎司
            time 0.001:ms,millisecond,毫秒 1:s,sec,second,秒,秒钟 60:min,minute,分钟,分鐘 3600:h,hr,hour,小时,小時,钟头 86400:day,天 604800:week,周,星期
            span 1:month,个月 12:year,yr,年 120:decade 1200:century,centuries,世纪
            area 0.0001:cm2,cm² 1:m2,m²,sqm,平方米 10000:ha,hectare,公顷 1000000:km2,km²,平方公里,平方千米 4046.856:acre,英亩 666.667:亩,畝 2589988.11:mi2,mi²
            volume 0.001:ml,millilitre,milliliter,毫升 1:l,litre,liter,升,公升 1000:m3,m³,立方米 3.785412:gallon,加仑
            speed 1:km/h,kph,kmh 3.6:m/s 1.609344:mph
            data 1:byte,字节 1000:kb,kilobyte 1000000:mb,megabyte 1000000000:gb,gigabyte 1000000000000:tb,terabyte
            power 1:w,watt,瓦 1000:kw,kilowatt,千瓦 1000000:mw,megawatt,兆瓦 1000000000:gw,gigawatt
            frequency 1:hz,hertz,赫兹 1000:khz,kilohertz 1000000:mhz,megahertz 1000000000:ghz,gigahertz
            """;

    private static final Map<String, Unit> UNITS = units();

    /** @param factor how many of the dimension's own unit this one is */
    record Unit(String dimension, double factor) {}

    private Units() {}

    /** The unit of this spelling; a square before it, "square km", is the caller's to fold into the spelling. */
    static Optional<Unit> named(String spelling) {
        String plain = spelling.toLowerCase(Locale.ROOT);
        Unit unit = UNITS.get(plain);
        if (unit == null && plain.length() > 3 && plain.endsWith("s")) {
            unit = UNITS.get(plain.substring(0, plain.length() - 1));
        }
        return Optional.ofNullable(unit);
    }

    private static Map<String, Unit> units() {
        Map<String, Unit> units = new HashMap<>();
        for (String line : TABLE.strip().split("\n", -1)) {
            String[] parts = line.strip().split(" ", -1);
            for (int i = 1; i < parts.length; i++) {
                String[] group = parts[i].split(":", -1);
                for (String spelling : group[1].split(",", -1)) {
                    units.put(spelling, new Unit(parts[0], Double.parseDouble(group[0])));
                }
            }
        }
        return units;
    }
}
