package io.ansflow.testing;

import com.github.mvysny.kaributesting.v10.MockRouteAccessDeniedError;
import com.github.mvysny.kaributesting.v10.MockRouteNotFoundError;
import com.github.mvysny.kaributesting.v10.Routes;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.Route;
import java.lang.annotation.Annotation;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.core.type.filter.TypeFilter;
import org.springframework.util.ClassUtils;

/** Finds the application's views, which are package-private. */
final class Views {
    private Views() {}

    static Routes all() {
        Routes routes = new Routes();
        Stream.of(Route.class, Layout.class)
                .flatMap(Views::annotated)
                .forEach(view -> routes.getRoutes().add(view.asSubclass(Component.class)));
        routes.getErrorRoutes().removeAll(Set.of(MockRouteNotFoundError.class, MockRouteAccessDeniedError.class));
        matching(new AssignableTypeFilter(HasErrorParameter.class))
                .map(Views::errorView)
                .forEach(routes.getErrorRoutes()::add);
        return routes;
    }

    @SuppressWarnings("unchecked") // the filter let nothing else through
    private static Class<? extends HasErrorParameter<?>> errorView(Class<?> view) {
        return (Class<? extends HasErrorParameter<?>>) view;
    }

    private static Stream<Class<?>> annotated(Class<? extends Annotation> annotation) {
        return matching(new AnnotationTypeFilter(annotation));
    }

    private static Stream<Class<?>> matching(TypeFilter filter) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(filter);
        return scanner.findCandidateComponents("io.ansflow").stream()
                .map(BeanDefinition::getBeanClassName)
                .map(name -> ClassUtils.resolveClassName(String.valueOf(name), Views.class.getClassLoader()));
    }
}
