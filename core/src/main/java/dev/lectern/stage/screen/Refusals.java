package dev.lectern.stage.screen;

import dev.lectern.text.Han;
import dev.lectern.text.Sentences;
import java.util.List;
import java.util.regex.Pattern;

/** Tells an answer that declines: an apology, "the text does not say", 无法回答. Judges the first two sentences; what a body of text says of itself later is no refusal. */
final class Refusals {
    private static final String SOURCE =
            "(?:(?:provided|given|supplied|available|above|retrieved) )*(?:text|passages?|documents?|documentation|context|sources?|excerpts?|article|evidence|information|materials?|content)(?: (?:provided|given|above))?";
    private static final Pattern ENGLISH = Pattern.compile("(?i)"
            + String.join(
                    "|",
                    "^(?:i'm |i am )?(?:very |so |really )?(?:sorry|afraid)\\b(?:,| but| i| that)",
                    "^(?:unfortunately,? |i apologi[sz]e,?(?: but)? |sorry,? (?:but )?|regrettably,? )?(?:i|we) (?:cannot|can't|can not|could not|couldn't|am not able to|am unable to|are unable to|won't|will not) (?:\\w+ )?(?:answer|provide|help|assist|determine|find|fulfil|comply|say|tell|give|share|respond|access|verify|confirm|infer|locate|complete|do that)",
                    "^i(?:'m| am) (?:unable|not able)\\b|^i (?:do not|don't) (?:know|have (?:enough|any|access|the|sufficient|information))",
                    "\\bas an? (?:ai|artificial intelligence|(?:large )?language model|assistant)\\b",
                    "(?<!\\b(?:if|when|unless|because|since|where) )\\bthe " + SOURCE
                            + " (?:does not|do not|doesn't|don't|did not) (?:explicitly |directly |specifically |actually |clearly )?(?:say|mention|specify|state|address|discuss|explain|describe|answer|cover|indicate|(?:contain|provide|include|give|offer) (?:any |enough |sufficient |specific |the |an |a |direct )*(?:information|details?|answers?|evidence|mention|context|explanation|definition|instructions?))",
                    "\\b(?:there is|there's|there are|contains?|provides?|has|have) (?:no|not enough|insufficient) (?:\\w+ )?(?:information|mention|details?|context)\\b",
                    "\\b(?:is|are|was|were) not (?:explicitly |directly |specifically )?(?:mentioned|specified|stated|provided|given|described|discussed|addressed|covered) (?:in|by) the "
                            + SOURCE,
                    "\\bcannot be (?:determined|answered|inferred|found|established) (?:from|based|with|using|by)\\b",
                    "^(?:it is |it's |this is |that is |the answer is )?not (?:explicitly |directly )?(?:mentioned|specified|stated|given|provided|available|known|answerable)(?:\\W*$| (?:in|by|from) the )",
                    "^(?:it is |it's )?(?:not possible|impossible) to (?:answer|determine|say|tell|infer|know)\\b(?=.*\\b(?:question|passage|text|context|information|document|given|provided)\\b)",
                    "^(?:there is )?(?:no|insufficient|not enough) (?:such |relevant )?information\\b",
                    "^(?:this question is )?(?:unanswerable|not answerable|no answer(?: found)?|n/a|none)\\W*$"));
    private static final String TEXT =
            "(?:文中|原文|上文|(?:所?提供的?|给定的?|以上|上述|该|这段|这篇|本)?(?:文档|文章|材料|资料|文本|上下文|段落|内容|信息|原文))(?:中|里|内容|并)?";
    private static final Pattern CHINESE = Pattern.compile(String.join(
            "|",
            "^(?:很|非常)?(?:抱歉|遗憾|对不起|不好意思|遺憾|對不起)",
            "^(?:但是?|目前|由于.{0,20}[，,])?我(?:无法|無法|不能|没法|不知道|不清楚|没有办法|暂时无法)",
            "作为(?:一个|一名|一款)?(?:AI|ai|人工智能|语言模型|大语言模型|大模型|助手)",
            "(?:无法|無法|不能|难以)(?:直接|准确|明确)?(?:回答|作答|解答|回覆)",
            "(?:无法|不能|難以|难以)(?:从|根据|依据|通过|由).{0,20}(?:得知|确定|判断|找到|得出|推断|回答|获取)",
            "(?:根据|从).{0,15}(?:无法|不能|無法)(?:得知|确定|判断|找到|得出|推断|回答|知道)",
            "^(?:无法|不能)(?:确定|判断|得知)(?=[。，,.！!\\s]|$|答案|该问题|这个问题)",
            TEXT + "(?:没有|并没有|未|并未|没|沒有|未曾)(?:明确|具体|直接|详细)?(?:地)?(?:提到|提及|说明|给出|涉及|说|提供|包含|介绍|描述|指出|找到|讨论|記載|记载)",
            "^(?:没有|暂无)(?:足够的?|相关的?)?(?:信息|资料|答案|内容)"));

    private Refusals() {}

    static boolean is(String answer) {
        String text = Han.simplify(answer.strip().replace('’', '\''));
        List<Sentences.Sentence> sentences = Sentences.of(text);
        return sentences.stream().limit(2).map(s -> s.of(text)).anyMatch(Refusals::declines);
    }

    private static boolean declines(String sentence) {
        return ENGLISH.matcher(sentence).find() || CHINESE.matcher(sentence).find();
    }
}
