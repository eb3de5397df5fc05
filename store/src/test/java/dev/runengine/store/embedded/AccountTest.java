package dev.runengine.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class AccountTest {
    private static final int ROOT = 0;
    private static final OptionalInt NO_DATA_YET = OptionalInt.empty();
    private static final Predicate<List<String>> EVERYTHING_WORKS = prefix -> true;
    private static final Predicate<List<String>> NO_NAMESPACES =
            prefix -> !prefix.getFirst().equals("unshare");

    @Test
    void anOrdinaryUserRunsItDirectly() {
        Account account = Account.choose(1000, NO_DATA_YET, EVERYTHING_WORKS);
        assertThat(account.prefix()).isEmpty();
        assertThat(account.dataOwner()).isEmpty();
    }

    @Test
    void rootStepsDownIntoANamespaceWhereThatIsAllowed() {
        Account account = Account.choose(ROOT, NO_DATA_YET, EVERYTHING_WORKS);
        assertThat(account.prefix()).containsExactly("unshare", "--user");
        assertThat(account.dataOwner()).isEmpty();
    }

    @Test
    void rootBecomesNobodyWhereNamespacesAreForbidden() {
        Account account = Account.choose(ROOT, NO_DATA_YET, NO_NAMESPACES);
        assertThat(account.prefix()).contains("setpriv", "--reuid=65534");
        assertThat(account.dataOwner()).hasValue(65534);
    }

    @Test
    void dataOfAnotherUserStaysWithThatUser() {
        Account account = Account.choose(ROOT, OptionalInt.of(1000), EVERYTHING_WORKS);
        assertThat(account.prefix()).contains("--reuid=1000");
        assertThat(account.dataOwner()).hasValue(1000);
    }

    @Test
    void rootWithoutAWayToStepDownIsToldWhatToDo() {
        assertThatThrownBy(() -> Account.choose(ROOT, NO_DATA_YET, prefix -> false))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("run as another user")
                .hasMessageContaining("RUN_ENGINE_DATABASE_URL");
    }
}
