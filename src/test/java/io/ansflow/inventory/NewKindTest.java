package io.ansflow.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.ansflow.base.ClusterId;
import io.ansflow.testing.Databases;
import io.ansflow.testing.Entry;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A new kind of resource is one bean. */
@Import(NewKindTest.OneMore.class)
class NewKindTest extends InventoryTest {
    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        String url = Databases.h2Url();
        registry.add("spring.datasource.url", () -> url);
    }

    /** All that somebody has to write. */
    private record Widgets(Kind kind) implements ResourceKind {
        Widgets() {
            this(new Kind(
                    new KindId("widgets"),
                    "Widget",
                    true,
                    List.of(Column.text("colour", "Colour").alsoSearched(), Column.number("size", "Size"))));
        }

        @Override
        public Set<String> shortNames() {
            return Set.of("wd");
        }

        @Override
        public List<ApiResource> apis() {
            return List.of(
                    new ApiResource("example.com", "v2", "widgets"), new ApiResource("example.com", "v1", "widgets"));
        }

        @Override
        public State state(Cells cells) {
            return new State(
                    cells.text("State"), cells.text("State").equals("Broken") ? Health.FAILED : Health.HEALTHY);
        }
    }

    @TestConfiguration
    static class OneMore {
        @Bean
        ResourceKind widgets() {
            return new Widgets();
        }
    }

    @Test
    void is_offered_synced_listed_filtered_searched_and_aged_like_the_others() {
        ClusterId one = registered("one");
        put(
                fake("one"),
                TableRows.of("widgets", "shop", "left")
                        .cell("Colour", "Vermilion")
                        .cell("Size", "3 cm")
                        .cell("State", "Broken"),
                TableRows.of("widgets", "shop", "right").cell("Colour", "Blue").cell("State", "Fine"));

        KindId widgets = inventory.kind("wd").orElseThrow().id();
        assertThat(inventory.kinds().getLast().id()).isEqualTo(widgets);
        assertThat(Entry.of(synced(one), "widgets").inserted()).isEqualTo(2);
        assertThat(state(one, widgets).rows()).isEqualTo(2);
        assertThat(all(ResourceQuery.of(widgets).health(Set.of(Health.FAILED))))
                .singleElement()
                .satisfies(widget -> {
                    assertThat(widget.status()).isEqualTo("Broken");
                    assertThat(widget.cells()).hasToString("{colour=Vermilion, size=3}");
                });
        assertThat(all(ResourceQuery.ALL.text("vermi")))
                .singleElement()
                .extracting(Resource::name)
                .isEqualTo("left");

        fake("one").delete("widgets", "shop", "left");
        assertThat(Entry.of(synced(one), "widgets").mode()).isEqualTo(SyncMode.CATCH_UP);
        assertThat(names(widgets)).containsExactly("shop/right");
        fake("one").absent("widgets", true);
        assertThat(Entry.of(synced(one), "widgets").status()).isEqualTo(SyncStatus.ABSENT);
        assertThat(state(one, widgets).removedAt()).isNotNull();
    }
}
