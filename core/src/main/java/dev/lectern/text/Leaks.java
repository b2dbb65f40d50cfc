package dev.lectern.text;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds words that point at a source the reader does not see: "according to the passage", "as mentioned above", 根据文中.
 * Words that merely look alike are left alone: "according to the specification", "the text says nothing" as a thing asked
 * about, 上下文中, 日本文化. For questions and answers alike; not for rows that bring their text along as input.
 */
public final class Leaks {
    private static final String GIVEN =
            "(?:given|provided|supplied|above|following|aforementioned|preceding|attached|source|original|reference)";
    private static final String STRONG = "(?:text|passages?|excerpts?|paragraphs?|article|document|author|snippet)";
    private static final String ANY =
            "(?:text|passages?|excerpts?|paragraphs?|article|documents?|documentation|author|snippets?|context|sections?|chapter|page|materials?|sources?|content|information)";
    /** What comes after the noun shows that it was no part of a longer name: "according to the text direction" is innocent. */
    private static final String STOP =
            "(?=\\s*(?:$|[,.;:?!)\\]\"”’]|[-–—]\\s)|\\s+(?:what|how|which|why|when|where|who|is|are|was|were|does|do|did|can|could|should|would|will|has|have|above|below|provided|given|and|but)\\b)";

    private static final String SAYS =
            "(?:says?|states?|mentions?|describes?|explains?|discusses|suggests?|indicates?|notes?|outlines?|argues?|claims?|points out|talks about|refers to|(?:does|do|did)(?: not|n't) (?:say|state|mention|describe|explain|discuss|suggest|indicate|specify|provide|address))";

    private static final Pattern ENGLISH = Pattern.compile(
            "(?i)"
                    + String.join(
                            "|",
                            "\\b(?:according to|as per|per) (?:the|this|that|these|your) (?:" + GIVEN + " )*" + STRONG
                                    + STOP,
                            "\\b(?:according to|based (?:up)?on|as per|using|from) (?:only )?(?:the|this|these) (?:"
                                    + GIVEN + " )+" + ANY + STOP,
                            "\\b(?:according to|based (?:up)?on|from|in|using) (?:the |this |these )?" + ANY
                                    + " (?:given|provided|supplied)" + STOP,
                            "\\bbased (?:up)?on (?:the|this|these) (?:text|passages?|excerpts?|paragraphs?|article|document)"
                                    + STOP,
                            "\\b(?:mentioned|described|stated|discussed|presented|outlined|explained|listed|cited|referred to|talked about|covered) (?:in|by) (?:the|this|these) (?:"
                                    + GIVEN + " )*" + ANY + STOP,
                            "\\b(?:in|from|of|by|throughout) this (?:passage|excerpt|paragraph|article|chapter|section|text|document|snippet)"
                                    + STOP,
                            "\\b(?:in|from|of) the (?:given|provided|supplied|above|aforementioned) " + ANY + STOP,
                            "(?<!\\b(?:if|when|unless|whether|where) )\\bthe (?:" + GIVEN
                                    + " )*(?:text|passage|excerpt|paragraph|article|author|document) " + SAYS + "\\b",
                            "\\b(?:provided|supplied|given) (?:context|text|passages?|documents?|excerpts?|information)"
                                    + STOP,
                            "(?:^|[.!?]\\s+)(?:from|in|within) (?:the|this) (?:" + GIVEN + " )*" + STRONG
                                    + "(?:,|(?= (?:we|you|one|it)\\b))",
                            "\\bwe (?:can )?(?:learn|read|see|find|know|infer) (?:from|in) (?:the|this) " + STRONG
                                    + STOP,
                            "^\\W*as (?:was |is |we |has been )?(?:mentioned|stated|described|noted|discussed|shown|explained|seen|defined) (?:above|earlier|previously|below|before)\\b"));

    private static final Pattern POINTERS = Pattern.compile(
            "(?i)\\b(?:the|this|these) (?:above|following|previous|preceding) (?:examples?|code|tables?|figures?|listings?|diagrams?|statements?|snippets?|images?)\\b"
                    + "|\\b(?:example|code|table|figure|listing|diagram|snippet|image|section|text) (?:above|below)\\b"
                    + "|\\b(?:listing|figure|table) \\d+(?:[-.]\\d+)?\\b"
                    + "|(?:上面|下面|上述|以上|以下|上图|下图|图中|表中|前面|前文)(?:的|这个|这段)?(?:例子|示例|代码|表格|图片|图表|列表|所示|提到|介绍)");

    private static final String NOUN = "(?:文本|文章|文档|文段|段落|材料|资料|内容|信息|原文|短文|文字|片段|课文|描述|章节|上下文|语料)";
    private static final String DETERMINER =
            "(?:以上|上述|上面|下面|以下|给定|所给|给出|提供|所提供|已知|前述|这些|该|此|这|本)的?(?:这|该)?(?:一)?(?:段|篇|份|个|则)?的?";
    private static final String BY = "(?:根据|依据|基于|按照|依照|结合|参考|从|据)";
    private static final String CLOSE =
            "(?=\\s*(?:$|[，,。.？?！!：:；;、）)]|中|里|内容|可知|所述|回答|来|，|请|概括|总结|说明|的(?:内容|描述|介绍|信息|说法)))";

    private static final Pattern CHINESE = Pattern.compile(String.join(
            "|",
            BY + DETERMINER + NOUN + CLOSE,
            BY + "(?:原文|短文|文段|文中|上文|本文|课文)(?!件|本|档|字|化)",
            "(?:根据|依据)(?:文章|文档|材料|资料|文本|段落|上下文)(?=\\s*(?:$|[，,。？?：:]|内容[，,。？?]|中(?:的|提|所)|可知|回答|所述))",
            "(?<=^|[\\s，。,、：:；？?“\"（(据在从由按照合对于请和与及])文中(?:的|提|所|说|介|描|指|讲|哪|如|为|有|没|并|未|是|曾|还|对|给|列|举|，|,)",
            "上文(?!件|本|字|档|章|化|学|明|凭|书|库)(?:中|里|提|所|说|介|描|的|内)",
            "(?<![文样版脚剧课日基成资标书副译底抄刻])本文(?!本|件|档|字|化|明|学|科|体)",
            "(?:这|该|上述|以上|此|本)(?:一)?(?:段|篇|则|份)?(?:文章|文本|文段|段落|材料|短文|原文|课文|文字|文档|资料)(?:中|里|的内容)?(?:提到|提及|说|介绍|讲|描述|指出|主要|认为|没有|并未|未|给出|列出)",
            "(?<![》”」])(?:这段|这篇|该段|该篇|本段|本篇|本节|本章|这一节|这一章|上一节|上一章|本小节|该章节)(?!点|省|日|约|能|目|时|時|期|关|關|历|歷|路|婚|感|经|經|旅|恋|戀|距|河|岁|歲)",
            "(?<=^|[，。；：:,\\s“\"])(?:正?如)?(?:文章|材料|原文|文本|资料|段落|短文|课文|文段|文档)(?:中|里|内)?(?:所|已|明确|还|也)?(?:指出|说明了?|表明|显示|写道|写到|述|说|提到|提及|提供|介绍|认为|描述|强调|给出)",
            "(?<!的)作者(?:认为|提到|指出|建议|强调|说|在文|是如何|为什么|怎)",
            "(?:给定的?|所给的?|所提供的|(?<=^|[，。,、根据从在由按基于您你们])提供的)(?:文本|文档|文章|材料|资料|上下文|段落|内容|信息|片段)(?=$|[，,。？?！：:中里]|无法|没有|未|并|来|回答|可知)",
            "如(?:上|前)(?:文)?所述|(?:前|上)文(?:已经|已|曾)?(?:提到|提及|介绍|说)"));

    private Leaks() {}

    /** The words that point at an unseen source, if there are any. */
    public static Optional<String> find(String text) {
        return first(text, ENGLISH).or(() -> Han.any(text) ? first(Han.simplify(text), CHINESE) : Optional.empty());
    }

    /** The words that point at something shown elsewhere: "the example above", "Listing 3", 上面的例子. */
    public static Optional<String> pointer(String text) {
        return first(Han.simplify(text), POINTERS);
    }

    private static Optional<String> first(String text, Pattern pattern) {
        // Code is shown as it is: what it says points nowhere.
        Matcher matcher = pattern.matcher(Languages.withoutCode(text));
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }
}
