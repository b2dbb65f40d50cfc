package dev.lectern.options;

import dev.lectern.check.Problem;
import dev.lectern.recipe.Catalog;
import dev.lectern.recipe.Recipe;
import dev.lectern.recipe.RecipeFile;
import dev.lectern.recipe.Setting;
import dev.lectern.stage.Named;
import dev.lectern.stage.Optionally;
import dev.lectern.stage.Stage;
import dev.lectern.stage.Trait;
import dev.lectern.stage.Use;
import dev.lectern.stage.answer.AnswerAgain;
import dev.lectern.stage.answer.AnswerFollowUps;
import dev.lectern.stage.answer.AnswerFromEvidence;
import dev.lectern.stage.answer.SettleTies;
import dev.lectern.stage.answer.Vote;
import dev.lectern.stage.ask.AskAndAnswer;
import dev.lectern.stage.ask.AskFromEvidence;
import dev.lectern.stage.ask.RewordInstruction;
import dev.lectern.stage.judge.JudgeAnswer;
import dev.lectern.stage.retrieve.Retrieve;
import dev.lectern.stage.screen.DropMisfits;
import dev.lectern.stage.screen.Require;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Fits a recipe to what a build has: no judge named, no judge asked; --economy, questions and answers in one call.
 *
 * @param ofVote settings of the vote that the recipe does not have yet
 */
record Shaping(BuildOptions options, List<Setting> ofVote, List<Problem> problems) {
    private static final String ANSWER = "answer-from-evidence";

    Recipe fit(Recipe recipe) {
        Recipe economical = options.craft().economy() ? economical(recipe) : recipe;
        boolean voters = options.models().containsKey("voters");
        return withoutIdle(judgedByAnother(searchedAlike(voters ? voted(economical) : economical)));
    }

    /** Where a judge is named, it says whether a reworded instruction means the same, not the model that has reworded it. */
    private Recipe judgedByAnother(Recipe recipe) {
        if (!options.models().containsKey("judge")) {
            return recipe;
        }
        return recipe.withEach(recipe.each().stream()
                .map(stage -> stage.what() instanceof RewordInstruction reworded
                        ? new Named<Stage>(stage.name(), new RewordInstruction(reworded.share(), "judge"))
                        : stage)
                .toList());
    }

    /** Where voters are named they answer in the writer's place, unless the recipe lets them do so by itself. */
    private Recipe voted(Recipe recipe) {
        List<Named<Stage>> each = new ArrayList<>();
        for (Named<Stage> stage : recipe.each()) {
            if (stage.what() instanceof AnswerFromEvidence answer
                    && recipe.stages().stream().noneMatch(other -> other.what() instanceof Vote)) {
                each.add(new Named<>("vote", vote().towards(answer.goal())));
                each.add(new Named<>("settle-ties", new SettleTies()));
            } else {
                each.add(stage);
            }
        }
        return recipe.withEach(each);
    }

    /** @throws ProblemsException with what is wrong with its settings */
    private Vote vote() {
        return (Vote)
                RecipeFile.read("--set", "{ name: vote, draw: all-passages, each: [ vote ] }", ofVote, new Catalog())
                        .each()
                        .getFirst()
                        .what();
    }

    /** What is answered again looks where the first answer looked. */
    private static Recipe searchedAlike(Recipe recipe) {
        String mode = recipe.each().stream()
                .map(Named::what)
                .filter(Retrieve.class::isInstance)
                .map(stage -> ((Retrieve) stage).mode())
                .findFirst()
                .orElse("own");
        String goal = recipe.each().stream()
                .map(stage -> stage.what() instanceof AnswerFromEvidence answer
                        ? answer.goal()
                        : stage.what() instanceof AskAndAnswer pairs ? pairs.goal() : "")
                .filter(sentence -> !sentence.isEmpty())
                .findFirst()
                .orElse("");
        return recipe.withEach(recipe.each().stream()
                .map(stage -> new Named<>(stage.name(), alike(stage.what(), mode, goal)))
                .toList());
    }

    private static Stage alike(Stage stage, String mode, String goal) {
        if (stage instanceof AnswerAgain again) {
            return again.alike(mode, goal);
        }
        return stage instanceof AnswerFollowUps followUps ? followUps.alike(mode) : stage;
    }

    private Recipe economical(Recipe recipe) {
        List<Named<Stage>> each = new ArrayList<>();
        for (Named<Stage> stage : recipe.each()) {
            if (stage.what() instanceof AskFromEvidence ask) {
                each.add(new Named<>(
                        "ask-and-answer",
                        new AskAndAnswer(ask.perPassage(), ask.tasks(), ask.variety(), ask.goal(), ask.frames())));
            } else if (!stage.name().equals("retrieve") && !stage.name().equals(ANSWER)) {
                each.add(stage);
            }
        }
        boolean asks = each.stream().anyMatch(stage -> stage.what() instanceof AskAndAnswer);
        if (!asks || recipe.each().stream().noneMatch(stage -> stage.name().equals(ANSWER))) {
            problems.add(new Problem(
                    "the recipe '" + recipe.name() + "' does not ask and answer from passages",
                    "--economy",
                    "leave it out, or choose a recipe that does: --recipe grounded"));
            return recipe;
        }
        return recipe.withEach(each);
    }

    /** Leaves out the stages that may be and that have nobody to ask, and the cuts by scores that then nobody gives. */
    private Recipe withoutIdle(Recipe recipe) {
        List<Named<Stage>> left =
                recipe.each().stream().filter(stage -> !idle(stage.what())).toList();
        Set<Trait> lost = new HashSet<>();
        recipe.each().stream()
                .filter(stage -> idle(stage.what()))
                .forEach(stage -> lost.addAll(stage.what().adds()));
        left.forEach(stage -> lost.removeAll(stage.what().adds()));
        return recipe.withEach(left.stream()
                .filter(stage -> !(stage.what() instanceof Require cut && lost.containsAll(cut.needs())))
                .toList());
    }

    /** A model for all roles does not make the writer its own judge: who wants one names it. */
    private boolean idle(Stage stage) {
        if (stage instanceof JudgeAnswer rating && rating.criteria().isEmpty()) {
            return true;
        }
        if (stage instanceof DropMisfits none && none.idle()) {
            return true;
        }
        return stage instanceof Optionally left
                && left.optional()
                && stage.uses().stream()
                        .anyMatch(use -> use instanceof Use.Role role
                                && !options.models().containsKey(role.name()));
    }
}
