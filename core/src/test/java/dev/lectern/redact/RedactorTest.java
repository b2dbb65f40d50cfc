package dev.lectern.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {
    private final Redactor redactor = new Redactor(new Redaction(false, Set.of("Ada Lovelace", "张伟", "O'Neil", "Zoë")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "EMAIL|Write to |zhang.wei+lab@mail.example.com.cn|, please.",
                "EMAIL|邮箱|li_si@example.org|。",
                "EMAIL|全角：|ｌｉ＠example.com|。",
                "EMAIL|Or |bob [at] example [dot] org| if you like.",
                "EMAIL|'|o'neil.b@x-y.co.uk|' said he",
                "PHONE|手机：|138 0013 8000|。",
                "PHONE|致电|13800138000|即可",
                "PHONE|电话|+86-138-0013-8000|转1",
                "PHONE|总机|010-62770000|，",
                "PHONE|总机|(0571) 8798 1234|，",
                "PHONE|Call |(415) 555-0132| now",
                "PHONE|Call |+1 415.555.0132| now",
                "PHONE|Call |415-555-0132 x12| now",
                "PHONE|London |+44 20 7946 0958| calling",
                "PHONE|München |+49 (0)89 636-48018|.",
                "PHONE|Tel: |5550132|.",
                "PHONE|手机号是|１３８００１３８０００|。",
                "CARD|Paid with |4111 1111 1111 1111|.",
                "CARD|Amex |378282246310005|.",
                "CARD|银联卡 |6222020200112233446|。",
                "ID|身份证号 |11010519491231002X|。",
                "ID|证件 |110105 19491231 002X|。",
                "ID|身份证：|110105194912310021|（抄错一位）",
                "ID|SSN |078-05-1120|.",
                "IBAN|Account |DE89 3704 0044 0532 0130 00|.",
                "IBAN|Account |GB82WEST12345698765432|.",
                "IP|From |93.184.216.34| at noon",
                "NAME|Then |ADA LOVELACE| wrote",
                "NAME|研究员|张伟|负责",
                "NAME|and |o'neil|, too",
                "NAME|and |Zoë|!"
            },
            ignoreLeadingAndTrailingWhitespace = false)
    void personalDataIsFoundWholeAndNothingBesideIt(PersonalData kind, String before, String data, String after) {
        String text = before + data + after;
        assertThat(redactor.find(text))
                .containsExactly(new Found(before.length(), before.length() + data.length(), kind));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "In 1998-2004 the mill made 12,500,000 sheets, 3.14159 a second.",
                "第 1949 年 12 月 31 日，产量 1234567 吨，占 12.5%。",
                "ISBN 978-3-16-148410-0, DOI 10.1000/182, RFC 2119, port 8080.",
                "The order number is 4111111111111112, the build 20240131.",
                "Ping 127.0.0.1, 192.168.0.1 or 10.1.2.3; version v1.2.3.4 of 2024-05-06.",
                "Add 2 + 2 = 4 and x+100 to it; 5.5 * 10^12.",
                "Lovelace wrote; Adam Lovelacey did not. 张三负责。",
                "See @lectern and a@b, or <me>.",
                "ID 000-12-3456 and 123-45-0000 are no numbers of persons.",
                "[EMAIL_1] and [PHONE_3fa9c1_1] stay; 身份证号 [ID_345678_1] also."
            })
    void whatOnlyLooksLikeItIsLeft(String text) {
        assertThat(redactor.find(text)).isEmpty();
    }

    @Test
    void aRequestGoesOutWithPlaceholdersCountedInItAndComesBackAsItWas() {
        Hiding hiding = redactor.hiding();
        String hidden = hiding.hide("Ada Lovelace (ada@example.org) and 张伟 share ada@example.org.");
        assertThat(hidden).isEqualTo("[NAME_1] ([EMAIL_1]) and [NAME_2] share [EMAIL_1].");
        assertThat(hiding.restore("Ask [NAME_2] or 【EMAIL_1】, [name_1]; EMAIL_1"))
                .isEqualTo("Ask 张伟 or ada@example.org, Ada Lovelace; ada@example.org");
        assertThat(hiding.unknown("[NAME_2] [NAME_3]")).contains("[NAME_3]");
        assertThat(redactor.hiding().hide("张伟")).isEqualTo("[NAME_1]");
        assertThat(redactor.hidden()).containsOnlyKeys("Ada Lovelace", "ada@example.org", "张伟");
    }

    @Test
    void placeholdersThatATextBringsAreNotMistakenForOurs() {
        Hiding hiding = redactor.hiding().besides("Write [EMAIL_1] here.");
        assertThat(hiding.hide("a@example.org")).isEqualTo("[EMAIL_2]");
        assertThat(hiding.restore("[EMAIL_1] [EMAIL_2]")).isEqualTo("[EMAIL_1] a@example.org");
        assertThat(hiding.unknown("[EMAIL_1]")).isEmpty();
    }

    @Test
    void aQueryGoesOutWithoutAnyOfIt() {
        assertThat(redactor.without("who is Ada Lovelace of Turin, 13800138000"))
                .isEqualTo("who is  of Turin, ");
    }

    @Property(tries = 200, seed = "42")
    void whatIsHiddenComesBackWhateverStandsAroundIt(
            @ForAll String before, @ForAll String after, @ForAll @IntRange(min = 0, max = 9_999) int number) {
        String text = before + " mail" + number + "@example.org " + after;
        Hiding hiding = redactor.hiding().besides(text);
        String hidden = hiding.hide(text);
        assertThat(hidden).doesNotContain("mail" + number + "@");
        if (hiding.unknown(text).isEmpty()) {
            assertThat(hiding.restore(hidden)).isEqualTo(text);
        }
    }

    @Test
    void aLongTextOfOneWordTakesNoLongTime() {
        String text = "a".repeat(400_000) + " 1".repeat(100_000);
        assertThat(redactor.find(text)).isEmpty();
    }
}
