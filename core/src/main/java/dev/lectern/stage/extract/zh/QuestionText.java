package dev.lectern.stage.extract.zh;

import java.util.Optional;
import java.util.regex.Pattern;

/** Whether a question makes sense to somebody who has not seen the page, and reads as Chinese. */
final class QuestionText {
    private static final int FEWEST = 4;
    private static final int MOST = 52;

    private static final Pattern OTHER = Pattern.compile("其(?!他|它|余)|(?<!应)该(?!怎么|如何|做|写|先|注意|用)|另外");
    private static final Pattern CLUMSY =
            Pattern.compile("的的|中的?中|里的?里|在在|？？|？。|。？|[，、：的]{2}|哪些一些|是是|怎么(?:怎么|如何|可以|能)|如何(?:怎|如)|中里|里中"
                    + "|^[，。：、的]|什么是的|，怎么。|一下 ?的|时时|了了|使用使用|用使用|怎么要|怎么需要|^在[^，]*在[^，]*在");
    private static final Pattern FORBIDDEN = Pattern.compile("根据(?:文中|原文|文章|上文|文档|本文)|文中提到|文章中|请介绍一下");

    private QuestionText() {}

    static Optional<String> refusal(String question) {
        String folded = Script.fold(question);
        int length = Script.length(folded);
        if (length < FEWEST || length > MOST) {
            return Optional.of("question too short or too long");
        }
        String own = folded.replaceAll("`[^`]*`", "`");
        if (Vocabulary.holds("unresolved", own.replaceAll("因此|彼此|此外|如此", ""))
                || OTHER.matcher(own).find()) {
            return Optional.of("question names no subject");
        }
        if (CLUMSY.matcher(own).find() || FORBIDDEN.matcher(own).find()) {
            return Optional.of("question reads badly");
        }
        return AnswerText.broken(question);
    }
}
