package dev.runengine.campaign.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.campaign.mesh.shape.Prize;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexiconTest {

    @ParameterizedTest
    @CsvSource({
        "A golden trophy for the champion, TROPHY",
        "The world cup, TROPHY",
        "a steaming cup of coffee with foam, COFFEE",
        "Gift box with a star on it, GIFT",
        "Christmas gift under the tree, GIFT",
        "something for Christmas, SNOW_GLOBE",
        "snow globe, SNOW_GLOBE",
        "Trophy to win at the wheel, TROPHY",
        "a big diamond ring, GEM",
        "ice cream cone, ICE_CREAM",
        "Ein Pokal aus Gold, TROPHY",
        "FUSSBALL oder Fußball, BALL"
    })
    void thePromptNamesThePrize(String prompt, Prize prize) {
        assertThat(Lexicon.prize(List.of(prompt, "", ""))).isEqualTo(prize);
    }

    @Test
    void theCategoryDecidesWhenThePromptNamesNothing() {
        assertThat(Lexicon.prize(List.of("something shiny and great", "crown", "love")))
                .isEqualTo(Prize.CROWN);
    }

    @Test
    void aNameInTheThemeWinsAgainstAHintInThePrompt() {
        assertThat(Lexicon.prize(List.of("for the winner", "prize", "gem"))).isEqualTo(Prize.GEM);
    }

    @Test
    void withoutAnyWordItIsAGift() {
        assertThat(Lexicon.prize(List.of("xyz", "prize", "1234"))).isEqualTo(Prize.GIFT);
    }
}
