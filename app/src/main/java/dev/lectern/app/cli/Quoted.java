package dev.lectern.app.cli;

/** Words as they can be typed into a shell again. */
final class Quoted {
    private Quoted() {}

    static String of(String word) {
        return word.matches("[\\p{L}\\p{N}_@%+=:,./~-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
