package dev.lectern.text.claim;

import dev.lectern.text.Han;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Chinese names, which nothing marks. What of the answer the sources do not hold is looked at: a stretch of new characters that is
 * written as sounds of a foreign name, ends like a place or a body, begins with a surname, or is a title in 《》.
 */
final class ChineseNames {
    private static final String SOUNDS =
            "阿埃艾爱愛安昂奥奧巴班邦贝貝本比彼宾賓波伯勃博布查达達戴丹当登德邓迪蒂丁东杜顿頓多俄厄恩尔爾法凡范菲費费芬佛弗夫福富盖蓋甘冈岡高戈哥格根贡古圭哈海汉漢豪赫亨胡华華怀霍基吉加贾賈杰金津卡凯凱坎康考柯科克肯库庫奎昆拉莱萊赖賴兰蘭朗劳勞勒雷蕾里理利莉林琳隆卢盧鲁魯路伦倫罗羅洛马馬麦麥曼梅门門蒙米密敏明摩莫默姆穆纳納娜南内尼宁寧纽紐努诺諾欧歐帕派潘庞佩彭皮平珀普齐齊奇契乔喬切钦琼瓊丘让讓热日荣瑞萨薩塞赛賽桑瑟森沙莎珊山尚舍申圣聖施什史士斯丝絲思苏蘇索塔泰坦汤湯唐特滕提廷图圖托陀瓦万萬威韦韋维維魏温溫文翁沃乌烏武伍西希锡夏香肖谢谢辛欣雄休逊遜雅亚亞扬耶伊依因英尤约約扎泽詹珍治朱兹茨佐";
    private static final String SURNAMES =
            "王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱林何郭罗羅梁宋郑鄭谢謝韩韓唐冯馮董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎閻余潘杜戴夏钟鐘汪任姜范姚谭譚廖邹鄒熊金陆陸郝孔崔毛邱秦顾顧侯邵孟龙龍钱錢汤湯尹黎乔喬贺賀赖賴龚龔司马欧阳诸葛";
    /** Two characters with a surname first that are everyday words are many; these surnames begin few. */
    private static final String SURE_SURNAMES = "李张張刘劉陈陳赵趙吴吳徐孙孫郭罗羅郑鄭韩韓冯馮董萧蕭曹袁邓鄧傅彭吕呂卢盧蒋蔣蔡薛阎閻潘杜汪姚谭譚廖邹鄒郝崔邱秦邵孟魏";

    private static final Pattern BODY = Pattern.compile(
            "[\\u4e00-\\u9fff]{2,10}(?:大学|大學|公司|银行|銀行|学院|學院|医院|醫院|协会|協會|委员会|共和国|王国|帝国|半岛|群岛|海峡|山脉|教堂|机场|车站|博物馆|图书馆|出版社|乐队)"
                    + "|[\\u4e00-\\u9fff]{2,6}(?:市|省|县|縣|区|區|州|镇|鎮|村|河|江|湖|岛|島|国|國|城|郡|寺|庙|党|队)");
    private static final Pattern TITLE = Pattern.compile("《([^《》]{2,40})》");
    private static final Pattern PLAIN = Pattern.compile(
            "的|地|得|了|着|在|是|为|為|于|於|和|与|與|及|或|被|把|由|从|從|对|對|向|到|给|因|以|而|但|并|並|也|都|就|还|還|则|這|这|那|它|他|她|们|們|其|该|該|此|一|个|個|种|種|有|没|不|会|會|能|可|要|将|將|后|後|前|中|上|下|里|裡|内|外|等|之|所|时|時|人|名|叫|位|来|來|去|说|說|出|生|死|成|年|月|日|号|第");
    private static final Pattern ASKS_FOR_A_NAME =
            Pattern.compile("谁|誰|哪里|哪裡|哪个|哪個|哪位|哪国|哪國|哪座|哪种|哪種|何处|何處|何地|何人|什么人|什麼人|叫什|什么名|什麼名|名字|名称|名稱|哪一");
    private static final Pattern WRAPPING =
            Pattern.compile("^(?:这个问题的)?(?:正确)?(?:答案|回答|名字|名称)(?:应该|应当)?(?:是|为|叫|：|:)?|^(?:是|由|在|叫)|[。，.！!\\s]+$");
    /** Names that are known to be names wherever they stand. */
    private static final Pattern PLACES = Pattern.compile(
            "美国|英国|法国|德国|俄国|俄罗斯|苏联|日本|韩国|朝鲜|印度|中国|台湾|香港|澳门|越南|泰国|缅甸|老挝|菲律宾|马来西亚|新加坡|印尼|印度尼西亚|伊朗|伊拉克|以色列|土耳其|叙利亚|埃及|南非|尼日利亚|肯尼亚|埃塞俄比亚|澳大利亚|澳洲|新西兰|加拿大|墨西哥|巴西|阿根廷|智利|秘鲁|古巴|西班牙|葡萄牙|意大利|义大利|希腊|荷兰|比利时|瑞士|瑞典|挪威|芬兰|丹麦|波兰|捷克|奥地利|匈牙利|罗马尼亚|乌克兰|爱尔兰|苏格兰|英格兰|欧洲|亚洲|非洲|北美|南美|北京|上海|南京|天津|重庆|广州|深圳|武汉|成都|西安|杭州|东京|大阪|京都|伦敦|巴黎|柏林|罗马|莫斯科|纽约|华盛顿|洛杉矶|芝加哥|巴格达|开罗");

    private static final int SHORT = 12;

    private final Set<String> pairs = new HashSet<>();
    private final String all;

    ChineseNames(Collection<String> sources) {
        all = Han.simplify(String.join("\n", sources));
        for (int i = 0; i + 1 < all.length(); i++) {
            if (Han.is(all.charAt(i)) && Han.is(all.charAt(i + 1))) {
                pairs.add(all.substring(i, i + 2));
            }
        }
    }

    /** The first name that no source holds. */
    Optional<String> firstInvented(String answer) {
        String text = Han.simplify(answer);
        Matcher title = TITLE.matcher(text);
        while (title.find()) {
            if (!all.contains(title.group(1)) && !known(title.group(1))) {
                return Optional.of(title.group(1));
            }
        }
        Matcher place = PLACES.matcher(text);
        while (place.find()) {
            if (!all.contains(place.group()) && fresh(text, place.start())) {
                return Optional.of(place.group());
            }
        }
        String bare = WRAPPING.matcher(text).replaceAll("");
        boolean named = Han.count(bare) <= SHORT && ASKS_FOR_A_NAME.matcher(all).find();
        return named && mostlyFresh(bare) ? Optional.of(bare) : first(text);
    }

    /** A short answer to a question for a name holds little else than the name. */
    private boolean mostlyFresh(String text) {
        int fresh = 0;
        int han = 0;
        for (int i = 0; i < text.length(); i++) {
            han += Han.is(text.charAt(i)) ? 1 : 0;
            fresh += Han.is(text.charAt(i)) && fresh(text, i) ? 1 : 0;
        }
        return fresh >= 2 && fresh * 2 > han && !NumberWords.inDigits(text).matches(".*\\d[年月日号个名次岁%].*");
    }

    private Optional<String> first(String text) {
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean fresh = i < text.length() && Han.is(text.charAt(i)) && fresh(text, i);
            if (fresh && start < 0) {
                start = i;
            } else if (!fresh && start >= 0) {
                Optional<String> name = name(text, start, i);
                if (name.isPresent()) {
                    return name;
                }
                start = -1;
            }
        }
        return Optional.empty();
    }

    /** Is the character in no pair with its neighbours that the sources hold? */
    private boolean fresh(String text, int i) {
        boolean before = i > 0 && pairs.contains(text.substring(i - 1, i + 1));
        boolean after = i + 1 < text.length() && pairs.contains(text.substring(i, i + 2));
        return !before && !after;
    }

    private boolean known(String title) {
        int held = 0;
        int han = 0;
        for (int i = 0; i < title.length(); i++) {
            han += Han.is(title.charAt(i)) ? 1 : 0;
            held += Han.is(title.charAt(i)) && !fresh(title, i) ? 1 : 0;
        }
        return han == 0 || held * 4 >= han * 3;
    }

    private Optional<String> name(String text, int start, int end) {
        for (String piece : PLAIN.split(text.substring(start, end), -1)) {
            boolean digits = NumberWords.inDigits(piece).chars().anyMatch(Character::isDigit);
            if (piece.length() < 2 || digits) {
                continue;
            }
            boolean foreign = piece.length() >= 3 && piece.chars().allMatch(c -> SOUNDS.indexOf(c) >= 0);
            boolean dotted = text.indexOf('·') >= 0 && (next(text, start, -1) == '·' || next(text, end - 1, 1) == '·');
            boolean person = (piece.length() == 3 && SURNAMES.indexOf(piece.charAt(0)) >= 0)
                    || (piece.length() == 2 && SURE_SURNAMES.indexOf(piece.charAt(0)) >= 0);
            if (foreign || dotted || person || BODY.matcher(piece).matches()) {
                return Optional.of(piece);
            }
        }
        return Optional.empty();
    }

    private static char next(String text, int at, int step) {
        int next = at + step;
        return next >= 0 && next < text.length() ? text.charAt(next) : ' ';
    }
}
