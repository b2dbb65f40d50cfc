package dev.lectern.app.cli;

/** Which command runs for which verb. */
final class Commands {
    private Commands() {}

    static Command of(Verb verb, Settings settings, Speaker speaker) {
        return switch (verb) {
            case BUILD -> new BuildCommand(settings, speaker);
            case PLAN -> new PlanCommand(settings, speaker);
            case EXPLAIN -> new ExplainCommand(settings, speaker);
            case CHECK -> new CheckCommand(settings, speaker);
            case REPORT -> new ReportCommand(settings, speaker);
            case FAILURES -> new FailuresCommand(settings, speaker);
            case REVIEW -> new ReviewCommand(settings, speaker);
            case CALIBRATE -> new CalibrateCommand(settings, speaker);
            case DOCTOR -> new DoctorCommand(settings, speaker);
            case RECIPES -> Listing.ofRecipes(settings, speaker);
            case STAGES -> Listing.ofStages(settings, speaker);
            case PROMPTS -> Listing.ofPrompts(settings, speaker);
            case MODELS -> new ModelsCommand(settings, speaker);
            case FORMATS -> Listing.ofFormats(settings, speaker);
            default -> throw new IllegalStateException(verb + " is not available");
        };
    }
}
