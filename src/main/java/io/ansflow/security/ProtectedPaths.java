package io.ansflow.security;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** A feature's own rules for HTTP paths that are not views. Every bean of this type is applied before the views' rules. */
@FunctionalInterface
public interface ProtectedPaths {
    void configure(HttpSecurity http) throws Exception;
}
