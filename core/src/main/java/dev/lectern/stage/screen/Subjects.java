package dev.lectern.stage.screen;

import dev.lectern.text.Han;
import dev.lectern.text.Languages;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Does a question name what it asks about? A pronoun or a pointing word with nothing before it that it could stand for ("How
 * does it work?", "What does this function return?", 它有什么用？) leaves a reader without the document lost. Tells by small word
 * lists: a verb right before the pronoun is no subject, an expletive "it" needs none.
 */
final class Subjects {
    private static final Set<String> EMPTY_WORDS = Set.of(
            ("a an the of to in on at for with from by and or but as is are was were be been being do does did has have had can"
                            + " could should would will shall may might must what which who whom whose when where why how i you we my your our me"
                            + " us not no if then so than there here please also just only very really exactly any some more most much many"
                            + " explain describe tell show give list define summarize write compare discuss outline name state purpose role"
                            + " point meaning difference advantage advantages disadvantages benefit benefits way ways step steps reason reasons"
                            + " example examples main key best common important need needs want wants use uses using used work works mean means"
                            + " happen happens make makes get gets about between into out up one two first s t re ll d ve m don doesn isn")
                    .split(" ", -1));
    private static final Pattern POINTING = Pattern.compile(
            "\\b(?:(it|its|itself|they|them|their|he|him|his|she|hers?)|(this|these|those|such)(?=\\s*(?:[?.!,;:]|$|\\s(?:is|are|was|were|does|do|did|mean|means|work|works|happen|happens|come|called|to|for|in|with|and|or|when|if)\\b))"
                    // Before a verb "that" is a relative: "books that are banned".
                    + "|that(?=\\s*(?:[?.!,;:]|$|\\s(?:mean|means|work|works|happen|happens)\\b))"
                    + "|((?:this|these|those|such an?|the (?:above|following|former|latter|same)) [\\w-]+))\\b");
    private static final Pattern EXPLETIVE = Pattern.compile(
            "\\b(?:is|was|isn't|be|does|did|has|had|would|will|can|could|should|do you|makes?|making|find|think|consider) it (?:(?:ever|even|always|really|also|still|more|not|so|too|usually|generally) )*"
                    + "(?:(?:\\w+ ){1,3}(?:to|that|for|if|when|how|why|whether|in|as|than)\\b|(?:rain|snow|take|cost|mean|matter|help|hurt|make sense|possible|necessary|safe)\\b)"
                    + "|\\bwhat (?:is|was) it like\\b|\\bhow (?:is|was) it that\\b|\\bit(?:'s| is| was| takes| took| would be)\\b");
    /** Options to choose from follow: "Which of these are planets: Mars, Pluto or Io?" */
    private static final Pattern OPTIONS =
            Pattern.compile("\\bof (?:these|those|the following)\\b.*(?:[:?].*,|,.*,)|哪(?:个|些|一个|一项).*[：:、]");

    private static final String NOUNS =
            "函数|方法|组件|类|模块|属性|功能|文件|选项|配置|命令|参数|接口|对象|变量|库|框架|工具|语言|系统|项目|页面|技术|算法|模型|特性|机制|操作|问题|错误|产品|版本|插件|指令|值|类型|表|图|作品|电影|剧|角色|组织|机构|平台|方案|策略|过程|步骤|事件|钩子|标签|元素|结构|概念|人|书|公司|地区|城市|国家|程序|服务|章|节|段|文|代码|例|API";
    private static final Pattern CHINESE = Pattern.compile("(它们?|(?<![其吉排])他们?|她们?)(?!山|人|乡)"
            + "|(?<![应不我你就才也还都活本])(该|此)(?:类|种|个)?(?:" + NOUNS + ")"
            + "|(上述|以上|前述|上面|下面)"
            + "|(这(?:个|些|种|段|样|里|两|几|是|会|能|有|和|与|对)?|那(?:个|些|种|段|样)|其(?=作用|优点|缺点|特点|用途|原理|含义|功能|中的|主要|返回|默认))");
    /** What a Chinese question is made of besides its subject. */
    private static final Pattern CHINESE_FILLER = Pattern.compile(
            "请问|请|如何|怎么样|怎么|怎样|为什么|为何|什么|哪些|哪个|哪里|哪|谁|多少|是否|能否|可以|解释|说明|介绍|描述|一下|使用|用|使|让|在|的|了|是|有|和|与|对|中|里|给|把|我|你|您|应该|需要|想|要|会|能|吗|呢|并|简要|列出|总结|概括|关于|当|如果|[\\p{P}\\p{S}\\s]");

    private Subjects() {}

    static boolean missing(String instruction) {
        return Han.mostly(instruction) ? missingChinese(instruction) : missingEnglish(instruction);
    }

    private static boolean missingEnglish(String instruction) {
        // Code names something: it stays, as a word that no list holds.
        String text = instruction
                .replaceAll("`[^`\\n]+`", "codename")
                .replace('’', '\'')
                .toLowerCase(Locale.ROOT);
        if (OPTIONS.matcher(text).find()) {
            return false;
        }
        Matcher pointing = POINTING.matcher(text);
        while (pointing.find()) {
            if (!named(text.substring(0, pointing.start()), pointing.group(3) != null) && !expletive(text, pointing)) {
                return true;
            }
        }
        return false;
    }

    private static boolean expletive(String text, Matcher pointing) {
        if (!"it".equals(pointing.group(1))) {
            return false;
        }
        Matcher expletive = EXPLETIVE.matcher(text);
        while (expletive.find()) {
            if (expletive.start() <= pointing.start() && pointing.end() <= expletive.end()) {
                return true;
            }
        }
        return false;
    }

    /** Is there a word before the pronoun that it could stand for? The word right before it is a verb, or else it were no object. */
    private static boolean named(String before, boolean withNoun) {
        String[] words = before.strip().split("[^\\p{L}\\p{N}_+#.-]+", -1);
        int content = 0;
        for (String word : words) {
            content += !word.isEmpty() && !EMPTY_WORDS.contains(word) ? 1 : 0;
        }
        String last = words.length == 0 ? "" : words[words.length - 1];
        boolean breaks = before.stripTrailing().endsWith(",") || withNoun;
        boolean verbBefore = !breaks && !last.isEmpty() && !EMPTY_WORDS.contains(last);
        return content > (verbBefore ? 1 : 0);
    }

    private static boolean missingChinese(String instruction) {
        String text = Languages.withoutCode(instruction.replaceAll("`([^`\\n]+)`", "$1"));
        Matcher pointing = CHINESE.matcher(text);
        while (pointing.find()) {
            String rest =
                    CHINESE_FILLER.matcher(text.substring(0, pointing.start())).replaceAll("");
            char before = pointing.start() == 0 ? ' ' : text.charAt(pointing.start() - 1);
            // 因此 points at nothing; “质”这个字 names what it points at.
            boolean innocent = (pointing.group().startsWith("此") && "因如彼从至就".indexOf(before) >= 0)
                    || "”」』》\"'".indexOf(before) >= 0;
            if (!innocent && rest.codePointCount(0, rest.length()) < 2) {
                return true;
            }
        }
        return false;
    }
}
