package dev.lectern.stage.extract.zh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lectern.stage.extract.page.Lexicon;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;

class TraditionalTest {
    @Test
    void foldingKeepsEveryOffset() {
        String text = "這個組件會緩存實例，請使用選項來聲明。";
        assertEquals(text.length(), Script.fold(text).length());
        assertEquals("这个组件会缓存实例，请使用选项来声明。", Script.fold(text));
    }

    @Test
    void traditionalPagesAreAskedInTraditionalCharacters() {
        Sheet sheet = Sheet.titled("視網膜").says("視網膜是一種位於眼球後部的非常薄的細胞層，負責把光轉為神經訊號。");
        assertTrue(
                sheet.questions("definition").contains("視網膜是什麼？"),
                () -> sheet.questions("definition").toString());
        assertEquals(List.of("視網膜是一種位於眼球後部的非常薄的細胞層，負責把光轉為神經訊號。"), sheet.answers("definition"));
    }

    @Test
    void traditionalAliasesPlacesDatesAndTasksAreFound() {
        assertTrue(Sheet.titled("芝加哥大學")
                .says("芝加哥大學，簡稱芝大，位於美國伊利諾州，是世界著名的私立大學。")
                .questions("alias")
                .contains("芝加哥大學的簡稱是什麼？"));
        assertTrue(Sheet.titled("敦煌市")
                .says("敦煌市位於中國甘肅省西北部，歷來為絲綢之路上的重鎮。")
                .questions("place")
                .contains("敦煌市位於哪裡？"));
        assertTrue(Sheet.titled("東芝").says("2005年1月，東芝宣布停止生產傳統的映像管電視。").questions("date").stream()
                .anyMatch(q -> q.endsWith("停止生產傳統的映像管電視的？")));
        assertTrue(Sheet.titled("帳號設定")
                .says("如果想變更登入密碼，請在設定頁面點選「安全性」並輸入新的密碼。")
                .questions("how-to-purpose")
                .contains("帳號設定：怎麼變更登入密碼？"));
    }

    @Test
    void subjectsNeverKeepAnAdverb() {
        assertEquals(
                List.of(), Sheet.titled("華沙").says("華沙後僅是指位於河岸的一個小小的漁村聚落而已。").finds("definition"));
    }

    @Test
    void everyPhrasingHasATraditionalForm() {
        var big5 = Charset.forName("Big5").newEncoder();
        for (String line : Lexicon.lines("zh/phrasings.txt")) {
            String old = Script.traditional(line);
            assertTrue(old.codePoints().filter(Script::han).allMatch(c -> big5.canEncode((char) c)), old);
        }
    }
}
