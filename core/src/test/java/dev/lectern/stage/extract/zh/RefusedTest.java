package dev.lectern.stage.extract.zh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sentences that look like answers and are none: each was once seen in a dataset. */
class RefusedTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "要解决这个问题，我们可以用 `<KeepAlive>` 内置组件将组件包装起来。",
                "为了更好地理解如何构建插件，我们可以试着写一个简单的插件。",
                "为了方便起见，我们可以在模板中直接使用它的值。",
                "为了简化描述，我们可以跳过其中的细节。",
                "首先需要知道，你可以使用 `ref` 来声明状态。",
                "如果你想要在组件之间共享状态，请阅读状态管理这一章。",
                "如果你想进一步打包并发布插件，请参阅 Vite 库模式。",
                "要使用 Vite 来创建一个项目，非常简单：",
                "要声明对 props 的校验，你可以向 `props` 选项`defineProps()` 宏提供一个对象。",
                "你可以用 Vue 来构建标准的 Web Component，无论它们是如何被渲染的。",
                "为了在父组件中渲染插槽，需要给子组件传递插槽。",
                "如果 `$attrs` 没有被显式绑定，将会抛出一个运行时警告。"
            })
    void noTaskIsReadFromThem(String sentence) {
        assertEquals(List.of(), Sheet.titled("插件").of("Vue").says(sentence).finds());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "四加亭是由清朝官员林则徐在福州老家修建完成的。",
                "四加亭是用作祭祀祖先和乡贤的重要场所来使用的建筑。",
                "四加亭是属于福建省文物部门统一管理的一处古建筑。",
                "四加亭是于清朝嘉庆年间在福州城里修建起来的。",
                "四加亭是因为四位状元先后题名而远近闻名的。",
                "四加亭最初是一座供路人休息和避雨的凉亭。",
                "四加亭（）是一座位于福州的古老的石头凉亭。",
                "四加亭是-{zh-hans:一座;zh-hant:一座}-位于福州的古老的石头凉亭。"
            })
    void cleftsAndLeftOversDefineNothing(String sentence) {
        assertEquals(List.of(), Sheet.titled("四加亭").says(sentence).finds("definition"));
    }

    @Test
    void whatLiesSomewhereAndWhatIsAColourAreNobody() {
        assertEquals(
                List.of(),
                Sheet.titled("四加亭").says("四加亭是位于福建省福州市的一座古代石亭。").finds().stream()
                        .flatMap(f -> f.wordings().stream())
                        .filter(q -> q.contains("谁"))
                        .toList());
        assertTrue(Sheet.titled("白色").says("白色是一种包含光谱中所有颜色光的颜色。").questions("definition").stream()
                .noneMatch(q -> q.contains("谁")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"自定义指令的使用时机", "配置的优先级", "使用限制", "使用示例", "渲染函数", "组合式 API", "更新日志", "安装要求", "计算属性调试"})
    void headingsThatNameAThingAreNoTask(String heading) {
        assertFalse(Tasks.heading(heading));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "用使用限制时要注意什么？",
                "Vue 的常用按键有哪些一些别名？",
                "什么是 Vue？？",
                "请介绍一下 Vue 中的对 class 和 style 的合并。",
                "根据文中内容，插件是什么？",
                "在 Vue 中这个问题怎么解决？",
                "它有什么用？",
                "如何使用该组件？",
                "上述情况要注意什么？"
            })
    void questionsThatReadBadlyOrNameNothingDie(String question) {
        assertTrue(QuestionText.refusal(question).isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "它会根据组件的 `name` 选项进行匹配和缓存。",
                "这个组件会在切换的时候缓存自己的状态。",
                "同时，系统会把读数存入数据库并发出通知。",
                "完整的语法定义请参阅单文件组件语法说明。",
                "安装网关需要两个人配合，接线方法如下图所示。",
                "椭球坐标 formula_1 以直角坐标定义为三个参数。",
                "佐敦谷南道（），位于昔日香港九龙佐敦谷邨内。",
                "生命周期钩子 API 索引生命周期钩子 API 索引会列出全部钩子。",
                "`onMounted``mounted` 在组件挂载完成之后也会被调用一次。"
            })
    void answersThatHangOnTheirPageDie(String sentence) {
        assertTrue(AnswerText.sentence(sentence).isPresent());
    }

    @Test
    void codeThatShowsWhatIsWrongOrASessionIsNoExample() {
        assertEquals(
                List.of(),
                Sheet.titled("模板语法")
                        .section("调用表达式函数")
                        .says("在表达式函数里可以写：")
                        .code("js", "// 错误：这是一个语句\nlet a = 1\nlet b = 2\nlet c = 3")
                        .finds("code"));
        assertEquals(
                List.of(),
                Sheet.titled("命令行")
                        .section("查看链接目录")
                        .says("查看链接目录的命令：")
                        .code("sh", "$ ls -li foo\n1449840 -rw-rw-r-- 1 penguin foo\n$ ln foo bar")
                        .finds("code"));
    }
}
