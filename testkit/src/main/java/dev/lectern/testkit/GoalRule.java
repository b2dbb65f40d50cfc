package dev.lectern.testkit;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A goal is kept to by the word that it has in quotation marks: what a passage without it is asked for lies outside. */
final class GoalRule {
    private static final Pattern GOAL =
            Pattern.compile("(?m)^(?:The dataset is for this: |这个数据集的目标：).*?[“\"](.+?)[”\"]");

    private GoalRule() {}

    static boolean outside(String user, List<String> texts) {
        Matcher goal = GOAL.matcher(user.substring(Math.max(0, user.lastIndexOf("~~~~~"))));
        return goal.find() && texts.stream().noneMatch(text -> text.contains(goal.group(1)));
    }
}
