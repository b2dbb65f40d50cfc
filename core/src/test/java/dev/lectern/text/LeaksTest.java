package dev.lectern.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeaksTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "According to the text, what is ownership?",
                "What is ownership according to the passage?",
                "According to the document above, who won?",
                "What does ownership mean according to the provided context?",
                "Based on the given information, what is a trait?",
                "Based on the passage, what is a trait?",
                "What benefits of Rust are mentioned in the article?",
                "Which methods are described in this section?",
                "What is the main point of this chapter?",
                "What does the author suggest about borrowing?",
                "What does the passage say about borrowing?",
                "The text states that a trait is shared behaviour.",
                "The document does not mention it.",
                "In the provided documentation, which flag is used?",
                "Using the information provided, name two traits.",
                "From the context provided, what is a trait?",
                "As mentioned above, traits are shared.",
                "As per the document, it is green.",
                "根据文中内容，什么是所有权？",
                "根据上文，什么是所有权？",
                "根据文章，什么是所有权？",
                "根据材料回答：什么是所有权？",
                "根据以上内容，谁赢了？",
                "根据所提供的资料，谁赢了？",
                "根据给定的上下文，谁赢了？",
                "本文主要介绍了什么？",
                "文中提到了哪些方法？",
                "这篇文章讲了什么？",
                "这段文字中提到的函数有哪些？",
                "作者认为什么最重要？",
                "该段落主要说了什么？",
                "上文提到的方法有哪些？",
                "如上所述，它很快。",
                "提供的文档没有说明。",
                "從文中可知，它很快。",
                "根據上述資料，誰贏了？",
                "本節介紹了什麼？"
            })
    void pointsAtAnUnseenSource(String text) {
        assertThat(Leaks.find(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What does the according-to clause mean?",
                "How is layout computed according to the text direction?",
                "Is it sorted according to the specification?",
                "How do I pick a parser according to the document type?",
                "How does C++ choose an overload based on the context in which it is called?",
                "How do I read a value from the context in React?",
                "How do I get an element from the document in JavaScript?",
                "How do I replace a word in the text of a cell?",
                "How do I read context provided by a parent component?",
                "Is the information provided by a GET request encrypted?",
                "What is the section element for in HTML?",
                "How do I center an article on the page?",
                "Who is the author of Hamlet?",
                "What is a source text in translation?",
                "How do I add a paragraph to a Word document?",
                "Which files are listed in the index?",
                "What does `according to the text` print?",
                "The following options exist: a, b.",
                "Documents are stored per the user's settings.",
                "How do I highlight the passage that a user selected?",
                "在 Vue 的上下文中如何取值？",
                "如何读取文本文件？",
                "日本文化有什么特点？",
                "如何根据文档类型选择解析器？",
                "如何根据内容自适应高度？",
                "以上文件怎么删除？",
                "中文中的标点怎么用？",
                "论文中的引用怎么写？",
                "Vue 提供的内容分发 API 是什么？",
                "《红楼梦》的作者是谁？",
                "怎样把文本转换为文档？",
                "纯文本文档有什么好处？",
                "上下文是什么意思？",
                "如何结合上下文理解词义？",
                "本文件的编码怎么查看？",
                "怎么节省内存？",
                "正文中的图片如何居中？"
            })
    void looksAlikeButPointsNowhere(String text) {
        assertThat(Leaks.find(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What does the code above print?",
                "See Listing 3-1.",
                "上面的例子说明了什么？",
                "What is in the table below?"
            })
    void pointersAreFoundApart(String text) {
        assertThat(Leaks.pointer(text)).isPresent();
        assertThat(Leaks.find(text)).isEmpty();
    }
}
