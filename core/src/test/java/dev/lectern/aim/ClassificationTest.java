package dev.lectern.aim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.model.Meaning.Worded;
import dev.lectern.select.Subjects;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClassificationTest {
    @Test
    void everySubjectHasANameInBothLanguages() {
        Classification english = Classification.in(Set.of("en"));
        Classification chinese = Classification.in(Set.of("zh"));
        assertThat(english.names())
                .hasSizeGreaterThan(500)
                .allMatch(name -> name.text().matches("[A-Za-z][A-Za-z', -]*"));
        assertThat(chinese.names())
                .hasSizeGreaterThan(500)
                .allMatch(name -> name.text().codePoints().anyMatch(Character::isIdeographic));
        assertThat(chinese.classes()).hasSameSizeAs(english.classes());
    }

    @Test
    void aClassIsOfSeveralSubjectsEachOnce() {
        for (String language : List.of("en", "zh")) {
            assertThat(Classification.in(Set.of(language)).classes())
                    .allMatch(members -> members.length > 1
                            && Arrays.stream(members).distinct().count() == members.length);
        }
    }

    @Test
    void subjectsStandInSeveralClasses() {
        Classification all = Classification.in(Set.of("en"));
        long places =
                all.classes().stream().mapToLong(members -> members.length).sum();
        assertThat(places).isGreaterThan(all.names().size() * 3L / 2);
    }

    @Test
    void regionsAndScriptsMakeNoDifferenceAndOtherLanguagesHaveNoNames() {
        assertThat(Classification.in(Set.of("zh-Hant")).names())
                .isEqualTo(Classification.in(Set.of("zh")).names());
        assertThat(Classification.in(Set.of("es")).as(names -> List.of())).isEqualTo(Subjects.NONE);
        assertThat(Classification.speaks("en-GB")).isTrue();
        assertThat(Classification.speaks("es")).isFalse();
    }

    @Test
    void classesOfTwoLanguagesHoldTheNamesOfBoth() {
        Classification both = Classification.in(Set.of("en", "zh"));
        List<Worded> first = Arrays.stream(both.classes().getFirst())
                .mapToObj(both.names()::get)
                .toList();
        assertThat(first).extracting(Worded::language).contains("en", "zh");
    }
}
