package io.ansflow.base;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Every text of the application, in Chinese and English. The bundles are {@code i18n/<feature>_en.properties} and
 * {@code i18n/<feature>_zh.properties}, UTF-8, in the syntax of {@link MessageFormat} (an apostrophe is written twice).
 */
@Component
public class Messages {
    public static final Locale ENGLISH = Locale.ENGLISH;
    public static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    /** The languages on offer, the default first. */
    public static final List<Locale> LANGUAGES = List.of(ENGLISH, CHINESE);

    private final Map<String, Map<String, String>> byLanguage = new HashMap<>();

    public Messages() {
        for (Locale language : LANGUAGES) {
            byLanguage.put(language.getLanguage(), load(language.getLanguage()));
        }
    }

    /**
     * The text in the language of {@code locale}; English for a language that is not on offer.
     *
     * @throws IllegalArgumentException if no bundle has the key
     */
    public String get(Locale locale, String key, Object... arguments) {
        Locale language = supported(locale);
        String pattern = patterns(language).get(key);
        if (pattern == null) {
            throw new IllegalArgumentException("No text for the key " + key);
        }
        return new MessageFormat(pattern, language).format(arguments);
    }

    /** The same for a text without a language. */
    public String get(Locale locale, Text text) {
        return get(locale, text.key(), text.arguments().toArray());
    }

    /** Whether the bundles have the key. */
    public boolean has(String key) {
        return patterns(ENGLISH).containsKey(key);
    }

    /** The language that serves {@code locale} best: one of {@link #LANGUAGES}. */
    public static Locale supported(Locale locale) {
        return LANGUAGES.stream()
                .filter(language -> language.getLanguage().equals(locale.getLanguage()))
                .findFirst()
                .orElse(ENGLISH);
    }

    /** Every key and pattern of one language, for tests and tools. */
    public Map<String, String> patterns(Locale language) {
        return byLanguage.getOrDefault(language.getLanguage(), Map.of());
    }

    private static Map<String, String> load(String language) {
        Map<String, String> patterns = new HashMap<>();
        try {
            var resolver = new PathMatchingResourcePatternResolver(Messages.class.getClassLoader());
            for (var bundle : resolver.getResources("classpath*:i18n/*_" + language + ".properties")) {
                Properties properties = new Properties();
                try (var reader = new InputStreamReader(bundle.getInputStream(), StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
                properties.forEach((key, pattern) -> patterns.put((String) key, (String) pattern));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(patterns);
    }
}
