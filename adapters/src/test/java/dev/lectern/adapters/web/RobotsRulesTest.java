package dev.lectern.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a site's rules let us read (RFC 9309). */
class RobotsRulesTest {
    @Test
    void whatIsForbiddenToAllIsForbiddenToUs() {
        RobotsRules rules = RobotsRules.parse("User-agent: *\nDisallow: /private/\nDisallow: /a b # not a path\n");
        assertThat(rules.allow("/private/x")).isFalse();
        assertThat(rules.allow("/private")).isTrue();
        assertThat(rules.allow("/public?next=/private/")).isTrue();
    }

    @Test
    void rulesForUsStandInThePlaceOfThoseForAll() {
        RobotsRules rules = RobotsRules.parse(
                "User-agent: *\nDisallow: /\n\nUser-agent: other\nUser-agent: LECTERN\nDisallow: /no\n");
        assertThat(rules.allow("/yes")).isTrue();
        assertThat(rules.allow("/no/page")).isFalse();
    }

    @Test
    void anEmptyGroupForUsAllowsEverything() {
        RobotsRules rules = RobotsRules.parse("User-agent: lectern\nDisallow:\n\nUser-agent: *\nDisallow: /\n");
        assertThat(rules.allow("/anything")).isTrue();
    }

    @Test
    void theLongestRuleWinsAndOfTwoAlikeTheOneThatAllows() {
        RobotsRules rules = RobotsRules.parse(
                "user-agent: *\ndisallow: /docs\nallow: /docs/open\ndisallow: /docs/open/not\nallow: /same\ndisallow: /same\n");
        assertThat(rules.allow("/docs/x")).isFalse();
        assertThat(rules.allow("/docs/open/x")).isTrue();
        assertThat(rules.allow("/docs/open/not/x")).isFalse();
        assertThat(rules.allow("/same")).isTrue();
    }

    @Test
    void starsStandForAnythingAndADollarForTheEnd() {
        RobotsRules rules =
                RobotsRules.parse("User-agent: *\nDisallow: /*.pdf$\nDisallow: /*?session=\nDisallow: /x.y\n");
        assertThat(rules.allow("/files/a.pdf")).isFalse();
        assertThat(rules.allow("/files/a.pdf.html")).isTrue();
        assertThat(rules.allow("/page?session=1")).isFalse();
        assertThat(rules.allow("/xzy")).as("a point is a point").isTrue();
    }

    @Test
    void whatIsNoRuleIsPassedOverAndNoFileForbidsNothing() {
        RobotsRules rules = RobotsRules.parse("<html>not found</html>\nSitemap: /s.xml\nDisallow: /before-any-agent\n");
        assertThat(rules.allow("/before-any-agent")).isTrue();
        assertThat(RobotsRules.parse("").allow("/")).isTrue();
        assertThat(RobotsRules.EVERYTHING.allow("/")).isTrue();
        assertThat(RobotsRules.NOTHING.allow("/x")).isFalse();
    }
}
