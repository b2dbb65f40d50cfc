package dev.lectern.text;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The language of a text as far as scripts and function words tell: en, zh, some others, or "und" where nothing can be said.
 * Code blocks and code in ticks do not count. Cheap, good for a sentence or more; a few names alone pass as English.
 */
public final class Languages {
    public static final String UNKNOWN = "und";

    private static final Pattern CODE = Pattern.compile("(?s)(```+|~~~+).*?\\1|`[^`\\n]*`|https?://\\S+");
    private static final String CHINESE_FUNCTION = "的是了在和有不这這个個为為什么麼怎如何吗嗎呢请請与與及或以把被从從对對中上下哪谁誰";
    private static final String TRADITIONAL =
            "這個為與後當種說來時會對開關門間問題過還進遠運選連達應該從點樣兩無於並國學習實現讓給經結組統設計論請語話詞誤讀寫書車軍東區處號電腦標準線網頁頭題類項數據變動態庫應鏈雲圖碼檔級維護見觀義總體發現業務專屬權責員聯絡單雙長短輸歸屬優勢廣東灣島鄉廳會議誰麼嗎幾歲歷畫傳億萬億價值產術機構檢測試錯誤寶貝風飛馬鳥魚龍齊";
    private static final String SIMPLIFIED =
            "这个为与后当种说来时会对开关门间问题过还进远运选连达应该从点样两无于并国学习实现让给经结组统设计论请语话词误读写书车军东区处号电脑标准线网页头题类项数据变动态库应链云图码档级维护见观义总体发现业务专属权责员联络单双长短输归属优势广东湾岛乡厅会议谁么吗几岁历画传亿万亿价值产术机构检测试错误宝贝风飞马鸟鱼龙齐";
    private static final Map<String, Set<String>> FUNCTION_WORDS = functionWords();

    private Languages() {}

    /** BCP-47 code of the language most of the text is in. */
    public static String of(String text) {
        Letters letters = Letters.of(withoutCode(text));
        int asian = letters.han + letters.kana + letters.hangul;
        if (letters.kana >= 2 && letters.kana * 6 >= letters.han && letters.kana * 2 >= letters.latinWords) {
            return "ja";
        }
        if (letters.hangul >= 2 && letters.hangul >= letters.latinWords) {
            return "ko";
        }
        if (letters.others > letters.latinLetters && letters.others > asian) {
            return letters.otherScript;
        }
        // A Chinese word has about 1.6 characters; function words say which language carries the sentence.
        double chinese = letters.han / 1.6 + letters.chineseFunction / 2.0;
        if (letters.han > 0 && chinese >= letters.latinWords + letters.best()) {
            return "zh";
        }
        return letters.latinWords == 0 ? UNKNOWN : letters.latin();
    }

    /** Is the Chinese of the text written in traditional characters? False where no character tells. */
    public static boolean isTraditional(String text) {
        int traditional = 0;
        int simplified = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean inOld = TRADITIONAL.indexOf(c) >= 0;
            boolean inNew = SIMPLIFIED.indexOf(c) >= 0;
            traditional += inOld && !inNew ? 1 : 0;
            simplified += inNew && !inOld ? 1 : 0;
        }
        return traditional > simplified;
    }

    /** The text with code blocks, code in ticks and addresses taken out. */
    public static String withoutCode(String text) {
        return text.indexOf('`') < 0 && text.indexOf("~~~") < 0 && text.indexOf("://") < 0
                ? text
                : CODE.matcher(text).replaceAll(" ");
    }

    /** What a text is written with. */
    private static final class Letters {
        int han;
        int kana;
        int hangul;
        int latinWords;
        int latinLetters;
        int accented;
        int others;
        int chineseFunction;
        String otherScript = UNKNOWN;
        final Map<String, Integer> hits = new LinkedHashMap<>();

        static Letters of(String text) {
            Letters letters = new Letters();
            int word = -1;
            for (int i = 0; i <= text.length(); ) {
                int point = i < text.length() ? text.codePointAt(i) : ' ';
                boolean latin = isLatin(point) || (point == '\'' && word >= 0);
                if (latin && word < 0) {
                    word = i;
                } else if (!latin && word >= 0) {
                    letters.word(text.substring(word, i).toLowerCase(Locale.ROOT));
                    word = -1;
                }
                if (!latin) {
                    letters.other(point);
                }
                i += Character.charCount(point);
            }
            return letters;
        }

        private void word(String word) {
            latinWords++;
            latinLetters += word.length();
            accented += word.chars().anyMatch(c -> c >= 0xC0) ? 1 : 0;
            FUNCTION_WORDS.forEach((language, words) -> {
                if (words.contains(word)) {
                    hits.merge(language, 1, Integer::sum);
                }
            });
        }

        private void other(int point) {
            if (Han.is(point)) {
                han++;
                chineseFunction += CHINESE_FUNCTION.indexOf(point) >= 0 ? 1 : 0;
            } else if (point >= 0x3041 && point <= 0x30FE) {
                kana++;
            } else if (point >= 0xAC00 && point <= 0xD7A3) {
                hangul++;
            } else if (point > 0x250 && Character.isLetter(point)) {
                others++;
                otherScript = codeOf(point, otherScript);
            }
        }

        int best() {
            return hits.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        }

        /** English unless another language's function words win; accents without any function word leave it open. */
        String latin() {
            String best = "en";
            int most = hits.getOrDefault("en", 0);
            for (Map.Entry<String, Integer> hit : hits.entrySet()) {
                if (hit.getValue() > most) {
                    most = hit.getValue();
                    best = hit.getKey();
                }
            }
            return most == 0 && accented * 3 > latinWords ? UNKNOWN : best;
        }
    }

    private static boolean isLatin(int point) {
        return (point >= 'a' && point <= 'z')
                || (point >= 'A' && point <= 'Z')
                || (point >= 0xC0 && point <= 0x24F && point != 0xD7 && point != 0xF7);
    }

    private static String codeOf(int point, String before) {
        return switch (Character.UnicodeScript.of(point)) {
            case CYRILLIC -> "їієґ".indexOf(Character.toLowerCase(point)) >= 0 || before.equals("uk") ? "uk" : "ru";
            case GREEK -> "el";
            case ARABIC -> "ar";
            case HEBREW -> "he";
            case THAI -> "th";
            case DEVANAGARI -> "hi";
            default -> before;
        };
    }

    private static Map<String, Set<String>> functionWords() {
        Map<String, Set<String>> words = new LinkedHashMap<>();
        words.put(
                "en",
                set(
                        "the a an of to and in is are was were be been it its that this these those for with as on by at from"
                                + " or not what how why when where which who does do did can could should would will you your i my we"
                                + " they he she have has had there if than but"));
        words.put(
                "de",
                set(
                        "der die das und ist nicht ein eine einen einem mit von zu den dem des für auf im sich wie wird werden"
                                + " sind auch als bei oder nach kann ich sie wir was warum welche"));
        words.put(
                "fr",
                set("le la les des et est une un du en que qui dans pour pas sur avec au aux ce cette sont par comment"
                        + " quel quelle vous je nous il elle ou où plus ne se"));
        words.put(
                "es",
                set(
                        "el la los las de y es un una en que por para con no se su al del como qué cómo son más o lo este esta"
                                + " cuál dónde pero"));
        words.put(
                "it",
                set(
                        "il lo la gli le di e è un una in che per con non si del della dei come sono più o questo questa cosa"
                                + " nel alla anche da"));
        words.put(
                "pt",
                set(
                        "o a os as de e é um uma em que por para com não se do da dos das como são mais ou este esta qual no na"
                                + " ao"));
        words.put(
                "nl",
                set("de het een en van is niet op te dat die in met voor zijn aan ook als bij naar hoe wat waarom wordt"
                        + " worden er maar kan u"));
        return words;
    }

    private static Set<String> set(String words) {
        return Set.copyOf(Arrays.asList(words.split(" ")));
    }
}
