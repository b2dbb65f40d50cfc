package dev.lectern.bench.grounding;

import java.util.List;

/** How models leak, decline, wander off and change language; %s is the answer. Written without a look at what looks for them. */
final class Phrases {
    static final List<String> LEAKS_EN = List.of(
            "According to the text, %s",
            "According to the passage, %s",
            "Based on the given context, %s",
            "The passage states that it is %s",
            "As mentioned in the article, %s",
            "As stated in the passage: %s",
            "The text says %s",
            "In the provided passage, the answer is %s",
            "From the passage we learn that it is %s",
            "%s, as described in the text.",
            "%s (according to the document)",
            "The author mentions %s",
            "Based on the information provided, %s",
            "The excerpt indicates %s");
    static final List<String> LEAKS_ZH = List.of(
            "根据文章，%s",
            "根据材料，%s",
            "根据文中内容，%s",
            "文中提到%s",
            "文章指出，%s",
            "根据所给的段落，%s",
            "材料中说明了%s",
            "从文中可以看出，%s",
            "正如原文所述，%s",
            "这段文字提到%s",
            "依据上文，%s",
            "根据提供的资料，%s");
    static final List<String> REFUSALS_EN = List.of(
            "I'm sorry, but I can't answer that question.",
            "I cannot answer this question based on the passage.",
            "The passage does not provide this information.",
            "There is not enough information to answer the question.",
            "As an AI language model, I do not have access to that.",
            "I don't know.",
            "Unfortunately, the text does not mention this.",
            "The answer is not given in the text.",
            "This information is not available in the provided context.",
            "I am unable to determine the answer.",
            "Not mentioned.",
            "The document doesn't specify that.",
            "Sorry, I do not have enough information.",
            "It is not possible to answer this from the passage.");
    static final List<String> REFUSALS_ZH = List.of(
            "抱歉，我无法回答这个问题。",
            "对不起，文中没有相关信息。",
            "根据材料无法回答。",
            "材料中没有提到。",
            "文章没有说明这一点。",
            "作为一个人工智能模型，我不能回答。",
            "我不知道。",
            "很遗憾，没有找到相关内容。",
            "无法从上文得知答案。",
            "信息不足，无法作答。",
            "文中未提及。",
            "该段落没有提供这一信息。");
    static final List<String> FOREIGN_EN = List.of(
            "这个问题的答案是%s。",
            "La réponse à cette question est %s, comme on le sait depuis longtemps.",
            "Die Antwort auf diese Frage ist %s, wie man schon seit langem weiß.",
            "La respuesta a esta pregunta es %s, como se sabe desde hace mucho.",
            "Ответ на этот вопрос: %s, это известно давно.",
            "この質問の答えは%sです。");
    static final List<String> FOREIGN_ZH = List.of(
            "The answer to this question is %s.",
            "It is widely known that this was %s at the time.",
            "La réponse à cette question est %s, comme on le sait.",
            "この質問の答えは%sですとよく言われています。",
            "Ответ на этот вопрос: %s, это известно давно.");
    static final List<String> VAGUE_EN = List.of(
            "It is widely regarded as one of the most important of its kind.",
            "This later had a deep influence on popular culture around the globe.",
            "Many experts disagree about the true cause of these events.",
            "The matter was debated by scholars for several decades afterwards.");
    static final List<String> VAGUE_ZH =
            List.of("这在当时引起了广泛的社会关注。", "它后来对流行文化产生了深远的影响。", "许多专家对其真正的原因仍有争议。", "此事后来被多次改编成电影。");

    private Phrases() {}
}
