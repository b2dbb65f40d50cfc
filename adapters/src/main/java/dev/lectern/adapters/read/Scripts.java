package dev.lectern.adapters.read;

/** Raised and lowered digits, which plain text would otherwise glue to the word before: x², H₂O. */
final class Scripts {
    private static final String PLAIN = "0123456789+-=()n";
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ";
    private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙ";

    private Scripts() {}

    /** The words raised ("sup") or lowered ("sub") where every one of their characters has such a form; else as they are. */
    static String of(String tag, String words) {
        String forms = tag.equals("sup") ? RAISED : LOWERED;
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < words.length(); i++) {
            int at = PLAIN.indexOf(words.charAt(i));
            if (at < 0) {
                return words;
            }
            out.append(forms.charAt(at));
        }
        return out.toString();
    }
}
