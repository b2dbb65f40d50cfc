package dev.lectern.stage.extract.zh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lectern.stage.extract.page.Find;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What each family makes of a small page, and what it leaves alone. */
class AskedTest {
    @Test
    void aPurposeSentenceAnswersHowWithTheCodeItLeadsTo() {
        Sheet sheet = Sheet.titled("模板语法")
                .of("Vue")
                .says("想要响应式地绑定一个 attribute，应该使用 `v-bind` 指令：")
                .code("vue-html", "<div v-bind:id=\"dynamicId\"></div>");
        assertTrue(sheet.questions("how-to-purpose").contains("Vue 怎么响应式地绑定一个 attribute？"));
        assertEquals(
                List.of(
                        "想要响应式地绑定一个 attribute，应该使用 `v-bind` 指令：\n\n```vue-html\n<div v-bind:id=\"dynamicId\"></div>\n```"),
                sheet.answers("how-to-purpose"));
    }

    @Test
    void aColonWithNothingBehindItIsNoAnswer() {
        assertEquals(
                List.of(),
                Sheet.titled("模板语法")
                        .of("Vue")
                        .says("想要响应式地绑定一个 attribute，应该使用 `v-bind` 指令：")
                        .finds());
    }

    @Test
    void aShortTaskTakesTheTopicAlong() {
        List<String> asked = Sheet.titled("增氧控制")
                .of("澜塘")
                .says("要修改下限，请在小程序的“策略”页面点按对应时段，拖动滑块后点击“下发”。")
                .questions("how-to-purpose");
        assertTrue(asked.contains("澜塘增氧控制：怎么修改下限？"), asked::toString);
    }

    @Test
    void aHeadingThatNamesATaskIsAnsweredByItsSection() {
        Sheet sheet = Sheet.titled("塘边网关")
                .of("澜塘")
                .section("安装网关")
                .says("安装网关需要两个人配合，大约一小时。请选择没有树木遮挡的位置，离高压线十米以上。")
                .items("挖深 60 厘米的基坑，浇筑混凝土。", "竖起立杆，把太阳能板朝正南方向固定。");
        assertTrue(sheet.questions("how-to-heading").stream().anyMatch(q -> q.contains("安装网关")));
        assertTrue(sheet.answers("how-to-heading").getFirst().endsWith("固定。"));
    }

    @Test
    void aHeadingWhoseSectionOnlyTellsIsLeftAlone() {
        assertEquals(
                List.of(),
                Sheet.titled("塘边网关")
                        .section("安装网关")
                        .says("安装网关的人员都来自服务站，平均年龄三十岁，其中一半是当地人。去年一共去了三百多个养殖场。")
                        .finds());
    }

    @Test
    void aTermUnderItsOwnHeadingIsDefinedAndNamesTheProduct() {
        Sheet sheet = Sheet.titled("基本概念").of("澜塘").section("塘口").says("塘口是指共用一套水质探头和一组增氧设备的水体。");
        assertTrue(sheet.questions("definition").contains("什么是澜塘的塘口？"));
    }

    @Test
    void aNameKnownElsewhereIsNotTheProducts() {
        Sheet sheet = Sheet.titled("工具链").of("Vue").section("Vite").says("Vite 是一个轻量级的、速度极快的构建工具，支持单文件组件。");
        assertTrue(sheet.questions("definition").contains("Vite 是什么？"));
        assertTrue(sheet.questions("definition").stream().noneMatch(q -> q.contains("Vue")));
    }

    @Test
    void aTermThatNoHeadingAndNoMarkNamesIsNotDefined() {
        assertEquals(
                List.of(),
                Sheet.titled("工具链").of("Vue").says("调试面板是一种显示在浏览器底部的辅助界面，可以折叠。").finds());
    }

    @Test
    void anEncyclopediaPageTellsWhatWhoWhereWhenAndTheOtherName() {
        assertTrue(Sheet.titled("假苹婆")
                .says("假苹婆是一种常绿小乔木，高约5－20米，树冠广阔球形。")
                .questions("definition")
                .contains("什么是假苹婆？"));
        assertTrue(Sheet.titled("谭望嵩")
                .says("谭望嵩，是一名中国足球运动员，司职边后卫，曾代表国奥队参加奥运会。")
                .questions("definition")
                .contains("谭望嵩是谁？"));
        assertTrue(Sheet.titled("渠成 (足球运动员)")
                .says("渠成，中国足球运动员，江苏省南京市人，司职前锋。")
                .questions("person")
                .contains("渠成是谁？"));
        assertTrue(Sheet.titled("芙蓉洞")
                .says("芙蓉洞位于重庆武隆县江口镇的芙蓉江畔，距县城20公里。")
                .questions("place")
                .contains("芙蓉洞在哪里？"));
        assertTrue(Sheet.titled("黑龙江省博物馆")
                .says("黑龙江省博物馆始建于1904年，原为莫斯科商场。")
                .questions("date")
                .contains("黑龙江省博物馆是哪一年建的？"));
        assertTrue(
                Sheet.titled("澜塘").says("2020 年，澜塘增加了增氧控制功能。").questions("date").contains("澜塘是哪一年增加增氧控制功能的？"));
        assertTrue(Sheet.titled("南宁市第二中学")
                .says("南宁市第二中学，简称南宁二中，位于广西南宁。")
                .questions("alias")
                .contains("南宁市第二中学的简称是什么？"));
    }

    @Test
    void whatHappenedToAPartOfTheTitleIsNotItsOwnDate() {
        assertEquals(
                List.of(),
                Sheet.titled("昆明").says("2012年6月28日，昆明长水国际机场启用，原机场停用。").finds("date"));
    }

    @Test
    void aQuestionTableAndAQuestionHeadingAreAskedAsTheyStand() {
        Sheet table =
                Sheet.titled("常见问题").of("澜塘").table(List.of(List.of("问题", "答案"), List.of("荧光帽多久需要更换？", "荧光帽的寿命约为两年。")));
        assertTrue(
                table.questions("faq").contains("澜塘：荧光帽多久需要更换？"),
                () -> table.questions("faq").toString());
        assertEquals(List.of("荧光帽的寿命约为两年。"), table.answers("faq"));
        Sheet heading = Sheet.titled("澜塘").section("断网后还能增氧吗？").says("断网后仍然可以增氧。策略和定时都由塘边网关直接执行，与外网无关。");
        assertEquals(List.of("断网后仍然可以增氧。策略和定时都由塘边网关直接执行，与外网无关。"), heading.answers("question-heading"));
    }

    @Test
    void aNoteThatForbidsIsAdvice() {
        Sheet sheet = Sheet.titled("塘边网关").of("澜塘").section("升级固件").within("note", "注意：升级期间不能断开电池，也不要同时修改策略。");
        assertTrue(
                sheet.questions("note").contains("澜塘塘边网关中升级固件有什么要注意的？"),
                () -> sheet.questions("note").toString());
        assertEquals(List.of("升级期间不能断开电池，也不要同时修改策略。"), sheet.answers("note"));
        assertEquals(
                List.of(),
                Sheet.titled("塘边网关")
                        .section("升级固件")
                        .within("tip", "固件大约每个季度发布一次，内容见官网的公告栏目。")
                        .finds("note"));
    }

    @Test
    void aListAfterAnExactLeadIsAskedFor() {
        Sheet sheet = Sheet.titled("塘边网关")
                .of("澜塘")
                .section("接口")
                .says("塘边网关有以下五种接口：")
                .items("RS-485：两路；", "LoRa：470 MHz 频段；", "4G：全网通。");
        assertTrue(
                sheet.questions("list-after-lead").contains("澜塘塘边网关有哪些接口？"),
                () -> sheet.questions("list-after-lead").toString());
        assertEquals(
                List.of(),
                Sheet.titled("塘边网关")
                        .section("接口")
                        .says("安装之前还要看几件事：")
                        .items("天气；", "道路；", "人手。")
                        .finds());
    }

    @Test
    void optionsAndTablesAreExtracted() {
        assertTrue(Sheet.titled("命令行工具")
                .of("澜塘")
                .section("过滤参数")
                .items("`--pond`：只对指定的塘口执行命令。", "`--json`：以 JSON 格式输出结果。")
                .questions("option")
                .stream()
                .anyMatch(q -> q.contains("`--pond`")));
        List<List<String>> rows = List.of(
                List.of("错误码", "含义"), List.of("40001", "参数错误"), List.of("40101", "令牌无效"), List.of("40301", "权限不足"));
        Sheet sheet = Sheet.titled("开放接口").of("澜塘").section("错误码").table(rows);
        List<Find> finds = sheet.finds();
        assertFalse(finds.isEmpty());
        assertTrue(finds.stream().allMatch(f -> f.family().task().equals("extraction")));
    }

    @Test
    void aNumberIsAnsweredWithTheUnitThatStandsInAnotherColumn() {
        List<List<String>> rows = List.of(
                List.of("参数", "单位", "范围"),
                List.of("启动阈值", "mg/L", "2.0 至 8.0"),
                List.of("停机延时", "分钟", "0 至 60"),
                List.of("运行模式", "-", "1 至 3"));
        Sheet sheet = Sheet.titled("增氧设置").of("澜塘").section("策略参数").table(rows);
        assertEquals(List.of("2.0 至 8.0 mg/L", "0 至 60 分钟"), sheet.answers("table-cell"));
    }

    @Test
    void aPassageIsFiledUnderItsOwnSection() {
        Sheet sheet = Sheet.titled("安全规程")
                .section("用电安全")
                .says("水面设备的供电回路必须安装漏电保护器。用电安全由持证电工负责，控制箱只能由电工打开，检修之前先断开上级开关并挂牌。")
                .section("水上作业")
                .says("乘船检查浮台时所有人必须穿救生衣。风力达到五级时停止一切水上作业，夜间原则上不下塘，确有必要时由负责人批准。")
                .section("触电急救")
                .says("发现有人触电，第一步是断开电源，绝不能直接用手去拉。急救人员到场之前应当持续按压，不要移动触电者的身体。");
        assertTrue(sheet.answers("classification").contains("水上作业"));
        assertTrue(
                sheet.finds("classification").stream().allMatch(f -> f.input().isPresent()));
    }

    @Test
    void thePageAndAnAbbreviationExplainThemselves() {
        Sheet sheet = Sheet.titled("增氧控制")
                .of("澜塘")
                .says("增氧控制根据溶解氧读数启停增氧机，在保证鱼虾安全的前提下尽量省电。一天分为日间、傍晚和夜间三个时段，各时段可以使用不同的上下限。")
                .section("控制方式")
                .says("推送用消息认证码（Hash-based Message Authentication Code，HMAC）签名。")
                .section("控制参数")
                .says("参数见说明书。");
        assertEquals(1, sheet.finds("overview").size());
        assertEquals(List.of("Hash-based Message Authentication Code"), sheet.answers("acronym"));
    }

    @Test
    void codeIsAskedForUnderItsHeading() {
        Sheet sheet = Sheet.titled("事件处理")
                .of("Vue")
                .section("事件修饰符")
                .says("事件修饰符可以链式书写：")
                .code("vue-html", "<a @click.stop=\"doThis\"></a>\n<form @submit.prevent></form>");
        assertTrue(
                sheet.questions("code").contains("给一段 Vue 的事件修饰符的示例代码。"),
                () -> sheet.questions("code").toString());
    }
}
