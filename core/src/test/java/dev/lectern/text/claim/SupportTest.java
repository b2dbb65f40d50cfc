package dev.lectern.text.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupportTest {
    private static String verdict(String quote, String answer) {
        return Support.of(List.of(quote), List.of())
                .missing(answer)
                .map(Unsupported::fault)
                .orElse("stated");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It seats 1,200 people.|It seats twelve hundred people.",
                "It seats 1200 people.|It seats 1.2 thousand people.",
                "It has 2,500,000 readers.|It has 2.5 million readers.",
                "It has 1,234,567 inhabitants.|It has about 1.2 million inhabitants.",
                "They won 39 games.|They won thirty-nine games.",
                "They won thirty-nine games.|They won 39 games.",
                "It opened on 12 March 2020.|It opened on 2020-03-12.",
                "It opened on 2020-03-12.|It opened on March 12th, 2020.",
                "It opened on March 12, 2020.|It opened on the 12th of Mar. 2020.",
                "It opened in nineteen eighty-four.|It opened in 1984.",
                "It begins at 5:30 p.m.|It begins at 17:30.",
                "The road is 5 km long.|The road is 5 kilometres long.",
                "The road is 5 km long.|The road is 5000 m long.",
                "The road is five kilometers long.|The road is 5,000 metres long.",
                "The road is 5 km long.|The road is 3.1 miles long.",
                "It covers 30 square kilometres.|It covers 30 km².",
                "It took 72 hours.|It took three days.",
                "Some 40% agree.|Some forty percent agree.",
                "World War II ended.|World War 2 ended.",
                "The king had seven sons.|Seven sons the king had.",
                "There is a lion and a bear.|There are two animals in it.",
                "这条路长五公里。|这条路长 5000 米。",
                "这条路长 5 公里。|这条路长 5 千米。",
                "成立于 2020 年 3 月 12 日。|成立于二〇二〇年三月十二日。",
                "成立於二○二○年三月。|成立于 3 月。",
                "成立于 2020 年 3 月 12 日。|成立于 2020-03-12。",
                "人口 30,000 人。|人口 3 万人。",
                "国王有七个儿子。|国王有 7 个儿子。"
            })
    void aRestatedNumberIsStated(String quote, String answer) {
        assertThat(verdict(quote, answer)).isEqualTo("stated");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It opened on 12 March 2020.|It opened on 12 April 2020.",
                "It opened on 12 March 2020.|It opened on 13 March 2020.",
                "It opened on 2020-03-12.|It opened in May 2020.",
                "The road is 5 km long.|The road is 5 miles long.",
                "The road is 5 km long.|The road is 500 m long.",
                "The road is 5 km long.|The road is fifteen kilometres long.",
                "The king had seven young sons.|The king had nine sons.",
                "It has 1,234,567 inhabitants.|It has about 1.4 million inhabitants.",
                "They won thirty-nine games.|They won thirty-eight games.",
                "It seats 1,200 people.|It seats fourteen hundred people.",
                "国王有七个儿子。|国王有五个儿子。",
                "成立于 2020 年 3 月 12 日。|成立于二〇二〇年四月十二日。",
                "这条路长 5 公里。|这条路长 5 米。"
            })
    void anAlteredNumberIsInvented(String quote, String answer) {
        assertThat(verdict(quote, answer)).isEqualTo(Unsupported.NUMBER);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The World Health Organization warned.|The WHO warned.",
                "The WHO warned.|The World Health Organization warned.",
                "He moved to the United States.|He moved to the U.S.",
                "He moved to the USA.|He moved to the United States of America.",
                "Professor Higgs spoke.|Prof. Higgs spoke.",
                "Mt. Fuji is high.|Mount Fuji is high.",
                "It was won by Müller's team.|Muller won it.",
                "It lies in France.|It is a French town.",
                "It lies in Germany.|German law applies there.",
                "The river flows south.|Water flows south there.",
                "It works.|However, it works. Yes, it does.",
                "The user opens it.|**Note:** Users open it. I think so.",
                "由王小明创立。|王小明创立了它。",
                "位于波兰首都华沙。|它在华沙。",
                "《红楼梦》的作者是曹雪芹。|曹雪芹写了《红楼梦》。",
                "The band AC/DC played.|AC/DC played it in UTF-8."
            })
    void aNameInAnotherFormIsStated(String quote, String answer) {
        assertThat(verdict(quote, answer)).isEqualTo("stated");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It was won by Thomas Murphy.|It was won by Thomas Thoreau.",
                "It was won by Thomas Murphy.|Rihanna won it.",
                "It lies in France.|It lies in Spain.",
                "He moved to the United States.|He moved to the UK.",
                "The World Health Organization warned.|The WTO warned.",
                "由王小明创立。|由李大伟创立。",
                "由亚当·斯密提出。|由约翰·洛克提出。",
                "它位于法国。|它位于德国。",
                "他写了《红楼梦》。|他写了《西游记》。"
            })
    void anotherNameIsInvented(String quote, String answer) {
        assertThat(verdict(quote, answer)).isEqualTo(Unsupported.NAME);
    }

    @Test
    void aNameMayStandAroundTheQuoteButANumberMayNot() {
        Support support = Support.of(List.of("He won 3 games."), List.of("Thomas Murphy won 3 of 17 games."));
        assertThat(support.missing("Thomas Murphy won 3 games.")).isEmpty();
        assertThat(support.missing("He won 17 games.")).contains(new Unsupported(Unsupported.NUMBER, "17"));
    }

    @Property(seed = "42")
    void anyTextSupportsItself(@ForAll String text) {
        assertThat(Support.of(List.of(text), List.of()).missing(text)).isEmpty();
    }
}
