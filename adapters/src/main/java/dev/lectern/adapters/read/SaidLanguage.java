package dev.lectern.adapters.read;

import dev.lectern.text.Languages;
import java.util.Locale;

/** The language that a file claims for itself, as documents name it: en, zh, fr … */
final class SaidLanguage {
    private SaidLanguage() {}

    /** "zh-CN" is zh, "English" is nothing that can be relied on. */
    static String of(String said) {
        String code = said.strip().toLowerCase(Locale.ROOT).replace('_', '-').split("-", 2)[0];
        return code.matches("[a-z]{2,3}") && !code.equals("und") ? code : Languages.UNKNOWN;
    }
}
