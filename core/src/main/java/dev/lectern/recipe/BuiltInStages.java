package dev.lectern.recipe;

import dev.lectern.stage.Draw;
import dev.lectern.stage.Stage;
import dev.lectern.stage.StageCatalog;
import dev.lectern.stage.answer.AnswerAgain;
import dev.lectern.stage.answer.AnswerFollowUps;
import dev.lectern.stage.answer.AnswerFromEvidence;
import dev.lectern.stage.answer.SettleTies;
import dev.lectern.stage.answer.Vote;
import dev.lectern.stage.ask.AskAcrossDocuments;
import dev.lectern.stage.ask.AskAndAnswer;
import dev.lectern.stage.ask.AskFromEvidence;
import dev.lectern.stage.ask.AskOfFact;
import dev.lectern.stage.ask.Evolve;
import dev.lectern.stage.ask.ExpandSeeds;
import dev.lectern.stage.ask.InferInstruction;
import dev.lectern.stage.ask.RewordInstruction;
import dev.lectern.stage.balance.CapShares;
import dev.lectern.stage.balance.HoldMix;
import dev.lectern.stage.balance.TakeBest;
import dev.lectern.stage.dedup.DropExactCopies;
import dev.lectern.stage.dedup.DropNearCopies;
import dev.lectern.stage.draw.AllDocuments;
import dev.lectern.stage.draw.AllPassages;
import dev.lectern.stage.draw.DrawFacts;
import dev.lectern.stage.draw.DrawSeeds;
import dev.lectern.stage.draw.PickClusters;
import dev.lectern.stage.extract.AskFromStructure;
import dev.lectern.stage.extract.PairUnanswerable;
import dev.lectern.stage.judge.CheckGrounding;
import dev.lectern.stage.judge.JudgeAnswer;
import dev.lectern.stage.judge.MatchTarget;
import dev.lectern.stage.judge.ScoreReward;
import dev.lectern.stage.retrieve.GatherEvidence;
import dev.lectern.stage.retrieve.Retrieve;
import dev.lectern.stage.retrieve.WriteQuery;
import dev.lectern.stage.screen.CheckFacts;
import dev.lectern.stage.screen.DoubtAnswer;
import dev.lectern.stage.screen.DropMisfits;
import dev.lectern.stage.screen.HeedReviews;
import dev.lectern.stage.screen.LocateQuotes;
import dev.lectern.stage.screen.Require;
import dev.lectern.stage.screen.ScreenAnswer;
import dev.lectern.stage.screen.ScreenGoal;
import dev.lectern.stage.screen.ScreenHops;
import dev.lectern.stage.screen.ScreenInstruction;
import dev.lectern.stage.screen.ScreenTask;
import java.util.SortedMap;
import java.util.TreeMap;

/** The stages and draws that ship. To add one: write the record, add its key here, describe it in docs. */
public final class BuiltInStages implements StageCatalog {
    @Override
    public SortedMap<String, Class<? extends Stage>> stages() {
        SortedMap<String, Class<? extends Stage>> stages = new TreeMap<>();
        stages.put("ask-from-structure", AskFromStructure.class);
        stages.put("answer-again", AnswerAgain.class);
        stages.put("answer-follow-ups", AnswerFollowUps.class);
        stages.put("answer-from-evidence", AnswerFromEvidence.class);
        stages.put("ask-across-documents", AskAcrossDocuments.class);
        stages.put("ask-and-answer", AskAndAnswer.class);
        stages.put("ask-from-evidence", AskFromEvidence.class);
        stages.put("ask-of-fact", AskOfFact.class);
        stages.put("cap-shares", CapShares.class);
        stages.put("check-grounding", CheckGrounding.class);
        stages.put("doubt-answer", DoubtAnswer.class);
        stages.put("check-facts", CheckFacts.class);
        stages.put("drop-exact-copies", DropExactCopies.class);
        stages.put("drop-misfits", DropMisfits.class);
        stages.put("drop-near-copies", DropNearCopies.class);
        stages.put("expand-seeds", ExpandSeeds.class);
        stages.put("gather-evidence", GatherEvidence.class);
        stages.put("heed-reviews", HeedReviews.class);
        stages.put("evolve", Evolve.class);
        stages.put("hold-mix", HoldMix.class);
        stages.put("infer-instruction", InferInstruction.class);
        stages.put("judge-answer", JudgeAnswer.class);
        stages.put("locate-quotes", LocateQuotes.class);
        stages.put("match-target", MatchTarget.class);
        stages.put("pair-unanswerable", PairUnanswerable.class);
        stages.put("require", Require.class);
        stages.put("retrieve", Retrieve.class);
        stages.put("score-reward", ScoreReward.class);
        stages.put("screen-answer", ScreenAnswer.class);
        stages.put("reword-instruction", RewordInstruction.class);
        stages.put("screen-hops", ScreenHops.class);
        stages.put("screen-goal", ScreenGoal.class);
        stages.put("screen-instruction", ScreenInstruction.class);
        stages.put("screen-task", ScreenTask.class);
        stages.put("settle-ties", SettleTies.class);
        stages.put("take-best", TakeBest.class);
        stages.put("vote", Vote.class);
        stages.put("write-query", WriteQuery.class);
        return stages;
    }

    @Override
    public SortedMap<String, Class<? extends Draw<?>>> draws() {
        SortedMap<String, Class<? extends Draw<?>>> draws = new TreeMap<>();
        draws.put("all-documents", AllDocuments.class);
        draws.put("all-passages", AllPassages.class);
        draws.put("draw-facts", DrawFacts.class);
        draws.put("draw-seeds", DrawSeeds.class);
        draws.put("pick-clusters", PickClusters.class);
        return draws;
    }
}
