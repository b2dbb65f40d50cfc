package dev.lectern.app.cli;

/** Which command runs for which verb. */
final class Commands {
    private Commands() {}

    static Command of(Verb verb, Settings settings, Speaker speaker) {
        return switch (verb) {
            case DOCTOR -> new DoctorCommand(settings, speaker);
            case RECIPES -> Listing.ofRecipes(settings, speaker);
            case STAGES -> Listing.ofStages(settings, speaker);
            case PROMPTS -> Listing.ofPrompts(settings, speaker);
            case FORMATS -> Listing.ofFormats(settings, speaker);
            default -> throw new IllegalStateException(verb + " is not available");
        };
    }
}
