package io.ansflow.workload.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.ansflow.base.ui.SecondaryText;
import io.ansflow.base.ui.Translated;
import io.ansflow.kubernetes.object.Quantity;
import io.ansflow.workload.ResourceUse.Amount;
import io.ansflow.workload.ResourceUse.Use;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Used cpu and memory against what is requested and the limit. What is not known is a dash, never zero. */
class UseRow extends Div {
    private static final BigDecimal MEBI = BigDecimal.valueOf(1L << 20);
    private static final BigDecimal GIBI = BigDecimal.valueOf(1L << 30);
    private static final double FULL = 0.9;

    UseRow(Use use) {
        add(
                part("workload.use.cpu", use.cpu(), UseRow::cores),
                part("workload.use.memory", use.memory(), UseRow::bytes));
        addClassName("use-row");
    }

    private static Div part(String label, Amount amount, Function<BigDecimal, String> unit) {
        Div text = new Div(
                new Span(Translated.of(label)),
                new Span(text(amount.used(), unit)),
                new SecondaryText(
                        Translated.of("workload.use.of", text(amount.requested(), unit), text(amount.limit(), unit))));
        text.addClassName("use-text");
        Div part = new Div(text);
        part.addClassName("use-part");
        Quantity whole = amount.limit() == null ? amount.requested() : amount.limit();
        if (amount.used() != null && whole != null && whole.value().signum() > 0) {
            double share = amount.used()
                    .value()
                    .divide(whole.value(), MathContext.DECIMAL32)
                    .doubleValue();
            ProgressBar bar = new ProgressBar(0, 1, Math.min(1, share));
            bar.getElement().setAttribute("aria-label", Translated.of(label));
            bar.setClassName("full", share > FULL);
            part.add(bar);
        }
        return part;
    }

    private static String text(@Nullable Quantity quantity, Function<BigDecimal, String> unit) {
        return quantity == null ? Translated.of("unknown") : unit.apply(quantity.value());
    }

    /** As {@code 250m} below ten cores, in cores above. */
    static String cores(BigDecimal value) {
        return value.compareTo(BigDecimal.TEN) < 0
                ? value.movePointRight(3).setScale(0, RoundingMode.HALF_UP).toPlainString() + "m"
                : value.setScale(1, RoundingMode.HALF_UP).toPlainString();
    }

    /** In mebibytes below a gibibyte, in gibibytes above. */
    static String bytes(BigDecimal value) {
        return value.compareTo(GIBI) < 0
                ? Translated.of(
                        "workload.use.mebi",
                        value.divide(MEBI, 0, RoundingMode.HALF_UP).toPlainString())
                : Translated.of(
                        "workload.use.gibi",
                        value.divide(GIBI, 1, RoundingMode.HALF_UP).toPlainString());
    }
}
